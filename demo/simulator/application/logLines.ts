import { performanceThresholds } from '../../../src/catalog/systems/validation/performanceThresholds';
import { boundInSeriesUnit, type Bound } from '../../../src/catalog/exact/bound';
import { print } from '../../../src/catalog/exact/decimal';
import { DEFAULT_SETTINGS } from '../../../src/catalog/settings/defaults';
import { type Validation } from './validations';

/** One row of the table of logs. */
export interface LogLine {
  /** Milliseconds. */
  readonly at: number;
  readonly message: string;
}

const MIB = 1024 ** 2;

/** What the application logs at one validation, in the formats of the documents (4.1 and 4.2) and in their order. */
export function logLines({ at, durationMs, fixes, heapBefore, heapAfter }: Validation): LogLine[] {
  const begun = Math.floor(at - durationMs);
  const { slowMs, highBytes } = documentedLimits();
  return [
    ...memory('Before', heapBefore, highBytes).map((message) => ({ at: begun, message })),
    { at, message: `[VALIDATION PERFORMANCE] Duration: ${durationMs.toFixed(2)}ms, Fixes: ${fixes}` },
    ...(durationMs > slowMs
      ? [{ at, message: `[VALIDATION PERFORMANCE] Slow validation: ${durationMs.toFixed(2)}ms` }]
      : []),
    ...memory('After', heapAfter, highBytes).map((message) => ({ at, message })),
  ];
}

function memory(when: 'Before' | 'After', bytes: number, highBytes: number): string[] {
  const megabytes = Math.round(bytes / MIB);
  return [
    `[MEMORY] ${when} validation: ${megabytes}MB heap`,
    ...(bytes > highBytes ? [`[MEMORY WARNING] High heap usage: ${megabytes}MB`] : []),
  ];
}

/** The application has the documents' numbers built in, whatever a user overrides. */
function documentedLimits() {
  const { slow_validation, heap_high } = performanceThresholds(DEFAULT_SETTINGS);
  return {
    slowMs:
      1000 * Number(print(boundInSeriesUnit(slow_validation.levels.warning as Bound, slow_validation.unit).value)),
    highBytes: Number(print(boundInSeriesUnit(heap_high.levels.warning as Bound, heap_high.unit).value)),
  };
}

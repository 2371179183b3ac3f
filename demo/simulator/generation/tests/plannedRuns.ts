import { random } from '../../plan/random';
import { DAY, HOUR, MINUTE } from '../../plan/time';
import { kindOfType } from '../plan/errorKinds';
import { type GenerationPlanOptions } from '../plan/generationPlan';
import { releaseAt, versionAt } from './version';

/** One run of a test on a generation. */
export interface PlannedRun {
  readonly at: number;
  readonly passed: boolean;
  readonly version: string;
  readonly durationMs: number;
}

/** Soon after its approval a test runs several times, later with generations of every few hours. */
const AT_FIRST = [1, 2, 4, 8, 16, 32, 64].map((minutes) => minutes * MINUTE);
const LATER_EVERY = 4 * HOUR;

/** The runs of the test of an error type that was approved at `approvedAt`, after `from` and up to `to`; milliseconds. */
export function plannedRuns(
  options: GenerationPlanOptions,
  type: string,
  approvedAt: number,
  from: number,
  to: number
): PlannedRun[] {
  const settled = approvedAt + (AT_FIRST.at(-1) ?? 0);
  const own = random(options.seedNumber, 'runs of', type).between(0, LATER_EVERY - 1);
  const first = Math.ceil((Math.max(from, settled) + 1 - own) / LATER_EVERY);
  const count = Math.max(0, Math.floor((to - own) / LATER_EVERY) - first + 1);
  const later = Array.from({ length: count }, (_, i) => (first + i) * LATER_EVERY + own);
  return [...AT_FIRST.map((after) => approvedAt + after), ...later]
    .filter((at) => at > from && at <= to)
    .map((at) => ({
      at,
      passed: !isRelapse(options, type, at),
      version: versionAt(at),
      durationMs: random(options.seedNumber, 'run', type, at).between(6_000, 42_000) / 10,
    }));
}

/** On one version the bug was back: every run on it failed. */
function isRelapse({ troubledUntil = 0 }: GenerationPlanOptions, type: string, at: number): boolean {
  const relapse = kindOfType(type)?.relapse;
  return relapse !== undefined && releaseAt(at) === releaseAt(troubledUntil - relapse.daysBefore * DAY);
}

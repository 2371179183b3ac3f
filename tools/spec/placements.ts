import { GENERATION_PLACEMENTS } from './generationPlacements';
import { RUNBOOK_PLACEMENTS } from './runbookPlacements';

/** A place that is implemented by something which does not quote it, or cannot. */
export interface Placement {
  /** Anchor; what lies in it is placed with it. */
  readonly place: string;
  /** Id or name of a catalog entry, or a file of the project; of a runbook also a section, like `docs/runbooks/A.md#meaning`. */
  readonly by: string;
  /** Words that stand there: without numbers nothing else tells whether it still is the same place. */
  readonly words?: string;
}

/** Where a document repeats a number, the catalog quotes one place and the others stand here. */
export const PLACEMENTS: readonly Placement[] = [
  ...RUNBOOK_PLACEMENTS,
  ...GENERATION_PLACEMENTS,
  { place: '1:3.1.1#line-3', by: 'ValidationAttemptLimit' },
  { place: '1:4', by: 'src/catalog/systems/validation/performanceAlerts.ts' },
  { place: '1:4.1', by: 'codegen_validation_duration_seconds' },
  { place: '1:4.1#line-1', by: 'validation.validation_logs' },
  { place: '1:4.1#line-2', by: 'validation.slow_validation' },
  { place: '1:4.1#line-3', by: 'validation.validation_logs' },
  { place: '1:4.2', by: 'codegen_validation_heap_used_bytes' },
  { place: '1:4.2#line-1', by: 'validation.validation_logs' },
  { place: '1:4.2#line-3', by: 'validation.validation_logs' },
  { place: '1:6.1', by: 'tools/cli/commands/health.ts' },
  { place: '1:6.2', by: 'tools/cli/commands/health.ts' },
  { place: '4:Console Output (Always Enabled)', by: 'console/box.ts' },
];

import { type DataFrame } from '@grafana/data';

import { numberIn, textIn } from '../../shared/cells';
import { rowsOf } from '../../shared/rowsOf';

/** One run of a test; times in ms since 1970. */
export interface TestRun {
  readonly ranAt: number | undefined;
  readonly hasPassed: boolean;
  readonly version: string;
  readonly durationMs: number | undefined;
}

/** The answer to `generation.test_runs`. */
export const testRuns = (frames: readonly DataFrame[]): TestRun[] =>
  rowsOf(frames).map((row) => ({
    ranAt: numberIn(row, 'ran_at'),
    hasPassed: textIn(row, 'outcome') === 'passed',
    version: textIn(row, 'version'),
    durationMs: numberIn(row, 'duration_ms'),
  }));

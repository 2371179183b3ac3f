import { type DataFrame } from '@grafana/data';

import { countIn, numberIn, textIn } from '../../shared/cells';
import { rowsOf } from '../../shared/rowsOf';

/** One generated test. Times are in ms since 1970. */
export interface TestRow {
  readonly id: string;
  readonly name: string;
  readonly errorType: string;
  /** `proposed`, `approved`, `rejected`, `failing` or `regression`. */
  readonly state: string;
  readonly isFlaky: boolean;
  /** In percent. */
  readonly confidence: number;
  readonly runs: number;
  readonly passed: number;
  readonly failed: number;
  readonly lastRun: number | undefined;
  readonly language: string;
  readonly target: string;
  readonly reviewedBy: string;
  readonly reviewedAt: number | undefined;
  readonly createdAt: number | undefined;
}

/** The answer to `generation.tests`. */
export const testRows = (frames: readonly DataFrame[]): TestRow[] =>
  rowsOf(frames).map((row) => ({
    id: textIn(row, 'id'),
    name: textIn(row, 'test_name'),
    errorType: textIn(row, 'error_type'),
    state: textIn(row, 'state'),
    isFlaky: textIn(row, 'flaky') !== '',
    confidence: countIn(row, 'confidence'),
    runs: countIn(row, 'runs'),
    passed: countIn(row, 'passed'),
    failed: countIn(row, 'failed'),
    lastRun: numberIn(row, 'last_run'),
    language: textIn(row, 'language'),
    target: textIn(row, 'target'),
    reviewedBy: textIn(row, 'reviewed_by'),
    reviewedAt: numberIn(row, 'reviewed_at'),
    createdAt: numberIn(row, 'created_at'),
  }));

import { type DataFrame } from '@grafana/data';

import { textIn } from '../../shared/cells';
import { rowsOf } from '../../shared/rowsOf';

/** What a test does, and the failure it came from. */
export interface TestBody {
  readonly id: string;
  readonly name: string;
  readonly language: string;
  readonly body: string;
  readonly errorType: string;
  /** Of the failure; all empty when that is gone. */
  readonly fingerprint: string;
  readonly severity: string;
  readonly message: string;
}

/** The answer to `generation.test_bodies`. */
export const testBodies = (frames: readonly DataFrame[]): TestBody[] =>
  rowsOf(frames).map((row) => ({
    id: textIn(row, 'id'),
    name: textIn(row, 'test_name'),
    language: textIn(row, 'language'),
    body: textIn(row, 'test_body'),
    errorType: textIn(row, 'error_type'),
    fingerprint: textIn(row, 'fingerprint'),
    severity: textIn(row, 'severity'),
    message: textIn(row, 'message'),
  }));

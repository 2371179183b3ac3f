import { type DataFrame } from '@grafana/data';

import { countIn, numberIn, textIn } from '../../shared/cells';
import { rowsOf } from '../../shared/rowsOf';
import { maskedMessage } from './maskedMessage';

/** One kind of failure in the range. Times are in ms since 1970. */
export interface FailureRow {
  readonly fingerprint: string;
  readonly errorType: string;
  readonly category: string;
  /** The worst one. */
  readonly severity: string;
  /** Of the latest one, masked. */
  readonly message: string;
  readonly occurrences: number;
  readonly users: number;
  readonly projects: number;
  readonly firstSeen: number | undefined;
  readonly lastSeen: number | undefined;
  /** The test of its error type. */
  readonly test: { readonly id: string; readonly status: string } | undefined;
}

/** The answer to `generation.failures`. */
export const failureRows = (frames: readonly DataFrame[]): FailureRow[] =>
  rowsOf(frames).map((row) => {
    const testId = textIn(row, 'test_id');
    return {
      fingerprint: textIn(row, 'fingerprint'),
      errorType: textIn(row, 'error_type'),
      category: textIn(row, 'category'),
      severity: textIn(row, 'severity'),
      message: maskedMessage(textIn(row, 'message')),
      occurrences: countIn(row, 'occurrences'),
      users: countIn(row, 'users'),
      projects: countIn(row, 'projects'),
      firstSeen: numberIn(row, 'first_seen'),
      lastSeen: numberIn(row, 'last_seen'),
      test: testId === '' ? undefined : { id: testId, status: textIn(row, 'test_status') },
    };
  });

import { type DataFrame } from '@grafana/data';

import { countIn, textIn } from '../../shared/cells';
import { rowsOf } from '../../shared/rowsOf';
import { maskedMessage } from './maskedMessage';

/** Another failure that may have the same cause. */
export interface SimilarFailure {
  readonly fingerprint: string;
  readonly errorType: string;
  /** Masked. */
  readonly message: string;
  readonly occurrences: number;
  /** Of the words of both messages, so many percent are in both. */
  readonly sharedWords: number;
}

/** The answer to `generation.similar_failures`, the most similar first. */
export const similarFailures = (frames: readonly DataFrame[]): SimilarFailure[] =>
  rowsOf(frames).map((row) => ({
    fingerprint: textIn(row, 'fingerprint'),
    errorType: textIn(row, 'error_type'),
    message: maskedMessage(textIn(row, 'message')),
    occurrences: countIn(row, 'occurrences'),
    sharedWords: countIn(row, 'shared_words'),
  }));

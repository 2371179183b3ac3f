import { type DataFrame } from '@grafana/data';

import { numberIn, textIn } from '../../shared/cells';
import { rowsOf } from '../../shared/rowsOf';

/** What a reviewer decided. */
export interface TestReview {
  readonly testId: string;
  readonly testName: string;
  readonly verdict: string;
  readonly reason: string;
  readonly reviewedBy: string;
  /** Milliseconds since 1970. */
  readonly reviewedAt: number | undefined;
}

/** The answer to `generation.test_reviews`, the latest first. */
export const testReviews = (frames: readonly DataFrame[]): TestReview[] =>
  rowsOf(frames).map((row) => ({
    testId: textIn(row, 'test_id'),
    testName: textIn(row, 'test_name'),
    verdict: textIn(row, 'verdict'),
    reason: textIn(row, 'reason'),
    reviewedBy: textIn(row, 'reviewed_by'),
    reviewedAt: numberIn(row, 'reviewed_at'),
  }));

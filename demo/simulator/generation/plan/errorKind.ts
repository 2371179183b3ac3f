import { type FailureCategory, type Severity } from '../../../../src/catalog/settings/settings';
import { type Random } from '../../plan/random';
import { type Framework } from './people';

/** How often generations fail of something, and when. */
export type Incidence =
  /** Always now and then: its share of all failures, compared with each other. */
  | { readonly comes: 'steadily'; readonly weight: number }
  /** A bug of troubled times, from so many days before their end to so many. */
  | { readonly comes: 'for a while'; readonly weight: number; readonly from: number; readonly to: number }
  /** Never three times in 7 days, so that no test comes of it. */
  | { readonly comes: 'rarely' }
  /** At these days before the end of troubled times, once each: it pages. */
  | { readonly comes: 'in trouble'; readonly daysBefore: readonly number[] };

/** What somebody said to the test that came of an error type, and how long after it was made. */
export interface PlannedReview {
  readonly verdict: 'approved' | 'rejected';
  readonly by: string;
  readonly afterHours: number;
  readonly reason?: string;
}

/** What a generation fails of: all about it that does not vary. */
export interface FailureKind {
  readonly type: string;
  readonly category: FailureCategory;
  readonly severity: Severity;
  /** In which phase of a generation it appears, and the place in the code. */
  readonly phase: 'plan' | 'generate' | 'validate' | 'build' | 'save';
  readonly thrownAt: readonly [call: string, file: string];
  /** Varied in ids, paths and numbers, as real ones are; only words that are the same in all of one template. */
  readonly message: (dice: Random) => string;
}

/** What the demo's generations fail of by themselves. */
export interface ErrorKind extends FailureKind {
  readonly incidence: Incidence;
  /** Nothing where its test waits for a person. */
  readonly review?: PlannedReview;
  /** Its test fails on the version of so many days before the end of troubled times: the bug was back, and was mended. */
  readonly relapse?: { readonly daysBefore: number };
  /** The only framework whose generations fail of it. */
  readonly framework?: Framework;
}

import { type Source } from '../../../app/installation';
import { type GenwatchQuery } from '../../../datasource/query/query';
import { type Answers } from '../../../shared/answers';
import { useAnswers } from '../../../shared/useAnswers';

/** Asks about the last `days` and about as many before them; leaving cancels both. */
export function useReviewAnswers(
  source: Source,
  queries: readonly GenwatchQuery[],
  days: number
): { readonly now: Answers; readonly before: Answers } {
  const began = `now-${days}d`;
  return {
    now: useAnswers(source, queries, { from: began, to: 'now' }),
    before: useAnswers(source, queries, { from: `now-${2 * days}d`, to: began }),
  };
}

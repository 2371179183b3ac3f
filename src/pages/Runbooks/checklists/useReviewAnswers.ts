import { getDefaultTimeRange, LoadingState } from '@grafana/data';
import { SceneTimeRange, type SceneQueryRunner } from '@grafana/scenes';
import { useEffect, useMemo } from 'react';

import { type Source } from '../../../app/installation';
import { type GenwatchQuery } from '../../../datasource/query/query';
import { answersOf, type Answers } from '../../../shared/answers';
import { genwatchQueries } from '../../../shared/genwatchQueries';

/** Asks about the last `days` and about as many before them; leaving cancels both. */
export function useReviewAnswers(
  source: Source,
  queries: readonly GenwatchQuery[],
  days: number
): { readonly now: Answers; readonly before: Answers } {
  const [now, before] = useMemo(
    () => [asked(source, queries, days, 0), asked(source, queries, days, 1)] as const,
    [source, queries, days]
  );
  return { now: useAnswers(now), before: useAnswers(before) };
}

function asked(source: Source, queries: readonly GenwatchQuery[], days: number, periodsAgo: number): SceneQueryRunner {
  const runner = genwatchQueries(source, queries);
  const to = periodsAgo === 0 ? 'now' : `now-${periodsAgo * days}d`;
  runner.setState({ $timeRange: new SceneTimeRange({ from: `now-${(periodsAgo + 1) * days}d`, to }) });
  return runner;
}

function useAnswers(runner: SceneQueryRunner): Answers {
  useEffect(() => (runner.state.queries.length > 0 ? runner.activate() : undefined), [runner]);
  const { data, queries } = runner.useState();
  return answersOf(
    data ??
      (queries.length > 0 ? undefined : { state: LoadingState.Done, series: [], timeRange: getDefaultTimeRange() })
  );
}

import { getDefaultTimeRange, LoadingState } from '@grafana/data';
import { SceneTimeRange, type SceneQueryRunner } from '@grafana/scenes';
import { useEffect, useMemo } from 'react';

import { type Source } from '../app/installation';
import { type GenwatchQuery } from '../datasource/query/query';
import { answersOf, type Answers } from './answers';
import { genwatchQueries } from './genwatchQueries';

interface Range {
  /** As Grafana writes it: `now-7d`, or an ISO instant. */
  readonly from: string;
  readonly to: string;
}

/** Asks about a range of its own, whatever that of the page; nothing while there is no query. Leaving cancels it. */
export function useAnswers(source: Source, queries: readonly GenwatchQuery[], { from, to }: Range): Answers {
  const runner = useMemo(() => asked(source, queries, { from, to }), [source, queries, from, to]);
  useEffect(() => (queries.length > 0 ? runner.activate() : undefined), [runner, queries]);
  const { data } = runner.useState();
  return useMemo(() => answersOf(data ?? (queries.length > 0 ? undefined : nothingAsked())), [data, queries]);
}

function asked(source: Source, queries: readonly GenwatchQuery[], range: Range): SceneQueryRunner {
  const runner = genwatchQueries(source, queries);
  runner.setState({ $timeRange: new SceneTimeRange(range) });
  return runner;
}

const nothingAsked = () => ({ state: LoadingState.Done, series: [], timeRange: getDefaultTimeRange() });

import { SceneQueryRunner, type QueryRunnerState } from '@grafana/scenes';

import { type Source } from '../app/installation';
import datasourceJson from '../datasource/plugin.json';
import { type GenwatchQuery } from '../datasource/query/query';

/** Points of a line; a page has no width to derive it from. */
const POINTS = 500;

/** What a page asks the Genwatch data source: again when the range changes or is refreshed, and cancelled when it is left. */
export const genwatchQueries = (
  { uid }: Source,
  queries: readonly GenwatchQuery[],
  { maxDataPoints = POINTS, minInterval }: Pick<QueryRunnerState, 'maxDataPoints' | 'minInterval'> = {}
): SceneQueryRunner =>
  new SceneQueryRunner({
    datasource: { uid, type: datasourceJson.id },
    queries: [...queries],
    maxDataPoints,
    ...(minInterval && { minInterval }),
  });

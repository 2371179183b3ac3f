import { SceneQueryRunner } from '@grafana/scenes';

import { type Source } from '../app/installation';
import datasourceJson from '../datasource/plugin.json';
import { type GenwatchQuery } from '../datasource/query/query';
import { LookBack } from '../panels/scene/LookBack';

/** Points of a line at most; a page has no width to derive it from. */
const MOST_POINTS = 500;
/** What is asked of now is asked of a range that ends now, whatever the range in the address. */
const NOW = '5m';

/** What a page asks the Genwatch data source: again when the range changes or is refreshed, and cancelled when it is left. */
export const genwatchQueries = (
  { uid }: Source,
  queries: readonly GenwatchQuery[],
  { ofNow = false } = {}
): SceneQueryRunner =>
  new SceneQueryRunner({
    datasource: { uid, type: datasourceJson.id },
    queries: [...queries],
    maxDataPoints: MOST_POINTS,
    ...(ofNow && { $timeRange: new LookBack(NOW) }),
  });

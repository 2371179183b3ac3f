import { type SceneQueryRunner } from '@grafana/scenes';

import { type Source } from '../app/installation';
import { type GenwatchQuery } from '../datasource/query/query';
import { LookBack } from '../panels/scene/LookBack';
import { genwatchQueries } from './genwatchQueries';

/** A range that ends now, whatever the range in the address. */
const NOW = '5m';

/** What a page asks about the present. */
export function queriesOfNow(source: Source, queries: readonly GenwatchQuery[]): SceneQueryRunner {
  const runner = genwatchQueries(source, queries);
  runner.setState({ $timeRange: new LookBack(NOW) });
  return runner;
}

import { type Feed, type Parameters, type Query } from '../../../kinds/query';
import { decision } from '../../../kinds/source';
import { type Threshold } from '../../../kinds/threshold';
import { type Settings } from '../../../settings/settings';
import { validationMetrics } from '../metrics';
import { rangeOf } from '../../../sql/range';
import { repairChains, type ChainEvents } from './repairChains';

const { chains, longestChain } = validationMetrics;

/** What its columns are over the last day. */
export const CHAIN_FEEDS: Readonly<Record<string, Feed>> = {
  fixed: { metric: chains, labels: { outcome: 'fixed', window: '24h' } },
  gave_up: { metric: chains, labels: { outcome: 'gave_up', window: '24h' } },
  abandoned: { metric: chains, labels: { outcome: 'abandoned', window: '24h' } },
  open: { metric: chains, labels: { outcome: 'open', window: '24h' } },
  longest_named: { metric: longestChain, labels: { scene: 'named', window: '24h' } },
  longest_unnamed: { metric: longestChain, labels: { scene: 'unnamed', window: '24h' } },
};

/**
 * How the chains of a range ended, and the longest one by whether its scene has a name: always exactly one row, of zeros
 * when there is nothing. A chain counts as finished where its end is, as long where its last attempt is.
 */
export function chainSummary(settings: Settings, attemptLimit: Threshold): Query {
  return {
    id: 'validation.chain_summary',
    title: 'Repair chains by outcome',
    columns: {
      fixed: 'integer',
      gave_up: 'integer',
      abandoned: 'integer',
      open: 'integer',
      longest_named: 'integer',
      longest_unnamed: 'integer',
    },
    sql: (parameters) => chainCounts(settings, parameters, attemptLimit),
    source: decision('2', 'counted in the window of its end'),
  };
}

/** Its statement, out of events that were read already or of its own. */
export function chainCounts(
  settings: Settings,
  parameters: Pick<Parameters, 'from' | 'to'>,
  attemptLimit: Threshold,
  events?: ChainEvents
): string {
  const { from } = rangeOf(parameters);
  const count = (outcome: string) => `CAST(count(*) FILTER (WHERE outcome = '${outcome}') AS integer) AS ${outcome}`;
  const longest = (scene: string) => `coalesce(max(attempts) FILTER (WHERE ${scene} AND last_attempt >= ${from}), 0)`;
  return `SELECT ${count('fixed')},
  ${count('gave_up')},
  ${count('abandoned')},
  ${count('open')},
  ${longest('scene_name IS NOT NULL')} AS longest_named, ${longest('scene_name IS NULL')} AS longest_unnamed
FROM (
${repairChains(settings, parameters, attemptLimit, events)}
) AS repair_chain`;
}

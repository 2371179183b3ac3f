import { type Query, type Tier } from '../../../kinds/query';
import { decision } from '../../../kinds/source';
import { type Threshold } from '../../../kinds/threshold';
import { type Settings } from '../../../settings/settings';
import { validationMetrics } from '../metrics';
import { eventsReadOnce } from './eventsReadOnce';
import { REPAIR_EVENTS } from './eventsWithin';
import { rangeOf } from './range';
import { chainRange, repairChains } from './repairChains';

const WINDOW = '24h';
const { chains, longestChain } = validationMetrics;

const TIER: Tier = {
  window: WINDOW,
  every: '1m',
  feeds: {
    fixed: { metric: chains, labels: { outcome: 'fixed', window: WINDOW } },
    gave_up: { metric: chains, labels: { outcome: 'gave_up', window: WINDOW } },
    abandoned: { metric: chains, labels: { outcome: 'abandoned', window: WINDOW } },
    open: { metric: chains, labels: { outcome: 'open', window: WINDOW } },
    longest_named: { metric: longestChain, labels: { scene: 'named', window: WINDOW } },
    longest_unnamed: { metric: longestChain, labels: { scene: 'unnamed', window: WINDOW } },
  },
};

const REPAIRS = `(SELECT * FROM event WHERE kind <> 'user') AS event`;
const USERS = `(SELECT * FROM event WHERE kind = 'user') AS event`;

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
    sql: (parameters) => {
      const { from } = rangeOf(parameters);
      const count = (outcome: string) =>
        `CAST(count(*) FILTER (WHERE outcome = '${outcome}') AS integer) AS ${outcome}`;
      const longest = (scene: string) =>
        `coalesce(max(attempts) FILTER (WHERE ${scene} AND last_attempt >= ${from}), 0)`;
      const range = chainRange(settings, parameters, attemptLimit);
      return `WITH event AS MATERIALIZED (
  SELECT * FROM ${eventsReadOnce(settings, range, [...REPAIR_EVENTS, 'user'])}
)
SELECT ${count('fixed')},
  ${count('gave_up')},
  ${count('abandoned')},
  ${count('open')},
  ${longest('scene_name IS NOT NULL')} AS longest_named, ${longest('scene_name IS NULL')} AS longest_unnamed
FROM (
${repairChains(settings, parameters, attemptLimit, { repairs: REPAIRS, users: USERS })}
) AS repair_chain`;
    },
    tier: TIER,
    source: decision('2', 'counted in the window of its end'),
  };
}

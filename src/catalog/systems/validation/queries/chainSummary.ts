import { type Query, type Tier } from '../../../kinds/query';
import { decision } from '../../../kinds/source';
import { type Threshold } from '../../../kinds/threshold';
import { type Settings } from '../../../settings/settings';
import { validationMetrics } from '../metrics';
import { eventsWithin, REPAIR_EVENTS } from './eventsWithin';
import { rangeOf } from './range';
import { chainRange, repairChains } from './repairChains';

const WINDOW = '24h';
const { chains, longestChain, events, unknownAttempts } = validationMetrics;

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
    attempts: { metric: events, labels: { event: 'attempt', window: WINDOW } },
    successes: { metric: events, labels: { event: 'success', window: WINDOW } },
    trips: { metric: events, labels: { event: 'trip', window: WINDOW } },
    unknown_attempts: { metric: unknownAttempts, labels: { window: WINDOW } },
  },
};

const KNOWN_KINDS = `(SELECT * FROM event WHERE kind <> 'unknown_attempt') AS event`;

/**
 * How the chains of a range ended, and the longest one by whether its scene has a name: always exactly one row, of zeros
 * when there is nothing. A chain counts as finished where its end is, as long where its last attempt is. The events of the
 * range are counted on the way, since they have been read already.
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
      attempts: 'integer',
      successes: 'integer',
      trips: 'integer',
      unknown_attempts: 'integer',
    },
    sql: (parameters) => {
      const { from } = rangeOf(parameters);
      const count = (outcome: string) =>
        `CAST(count(*) FILTER (WHERE outcome = '${outcome}') AS integer) AS ${outcome}`;
      const longest = (scene: string) =>
        `coalesce(max(attempts) FILTER (WHERE ${scene} AND last_attempt >= ${from}), 0)`;
      const counted = (column: string, kind: string) =>
        `(SELECT CAST(count(*) AS integer) FROM event WHERE kind = '${kind}' AND at >= ${from}) AS ${column}`;
      const range = chainRange(settings, parameters, attemptLimit);
      return `WITH event AS MATERIALIZED (
  SELECT * FROM ${eventsWithin(settings, range, [...REPAIR_EVENTS, 'unknown_attempt'])}
)
SELECT ${count('fixed')},
  ${count('gave_up')},
  ${count('abandoned')},
  ${count('open')},
  ${longest('scene_name IS NOT NULL')} AS longest_named, ${longest('scene_name IS NULL')} AS longest_unnamed,
  ${counted('attempts', 'attempt')},
  ${counted('successes', 'success')},
  ${counted('trips', 'trip')},
  ${counted('unknown_attempts', 'unknown_attempt')}
FROM (
${repairChains(settings, parameters, attemptLimit, KNOWN_KINDS)}
) AS repair_chain`;
    },
    tier: TIER,
    source: decision('2', 'counted in the window of its end'),
  };
}

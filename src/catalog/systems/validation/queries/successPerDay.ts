import { type Query } from '../../../kinds/query';
import { decision } from '../../../kinds/source';
import { type Threshold } from '../../../kinds/threshold';
import { type Settings } from '../../../settings/settings';
import { buckets, percentOf } from './buckets';
import { repairChains } from './repairChains';

/** How the chains that ended on each day of the range ended, the latest day first. A day without any has no rate. */
export function successPerDay(settings: Settings, attemptLimit: Threshold): Query {
  return {
    id: 'validation.success_per_day',
    title: 'Success rate per day',
    columns: {
      day: 'text',
      finished: 'integer',
      fixed: 'integer',
      gave_up: 'integer',
      abandoned: 'integer',
      success_rate: 'percent',
      partial: 'text',
    },
    sql: (parameters) => {
      const { range, list, keyOf } = buckets(settings, 'day', parameters);
      const count = (outcome: string) =>
        `CAST(count(*) FILTER (WHERE outcome = '${outcome}') AS integer) AS ${outcome}`;
      return `WITH bucket AS (
  ${list}
), ended AS (
  SELECT ${keyOf('ended_at')} AS key, outcome
  FROM (
${repairChains(settings, range, attemptLimit)}
  ) AS repair_chain
  WHERE outcome <> 'open'
)
SELECT name AS day, CAST(count(outcome) AS integer) AS finished, ${['fixed', 'gave_up', 'abandoned'].map(count).join(', ')},
  ${percentOf("count(*) FILTER (WHERE outcome = 'fixed')", 'count(outcome)')} AS success_rate, partial
FROM bucket LEFT JOIN ended USING (key)
GROUP BY key, name, partial
ORDER BY key DESC
LIMIT ${parameters.limit}`;
    },
    source: decision('10', 'missing buckets are 0, partial ones are marked'),
  };
}

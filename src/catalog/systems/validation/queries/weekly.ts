import { type Query } from '../../../kinds/query';
import { decision } from '../../../kinds/source';
import { type Threshold } from '../../../kinds/threshold';
import { type Settings } from '../../../settings/settings';
import { buckets, percentOf } from './buckets';
import { eventsWithin } from './eventsWithin';
import { repairChains } from './repairChains';

/**
 * Each week of the range, from Monday, the latest first: the attempts made in it and in how many chats, and how the
 * chains that ended in it ended.
 */
export function weekly(settings: Settings, attemptLimit: Threshold): Query {
  return {
    id: 'validation.weekly',
    title: 'Performance per week',
    columns: {
      week: 'text',
      attempts: 'integer',
      fixed: 'integer',
      gave_up: 'integer',
      abandoned: 'integer',
      unique_projects: 'integer',
      success_rate: 'percent',
      partial: 'text',
    },
    sql: (parameters) => {
      const { range, list, keyOf } = buckets(settings, 'week', parameters);
      const count = (outcome: string) => `count(*) FILTER (WHERE outcome = '${outcome}') AS ${outcome}`;
      const outcomes = ['fixed', 'gave_up', 'abandoned'];
      return `WITH bucket AS (
  ${list}
), attempted AS (
  SELECT ${keyOf('at')} AS key, count(*) AS attempts, count(DISTINCT chat) AS unique_projects
  FROM ${eventsWithin(settings, range, ['attempt'])}
  GROUP BY 1
), ended AS (
  SELECT ${keyOf('ended_at')} AS key, count(*) AS finished, ${outcomes.map(count).join(', ')}
  FROM (
${repairChains(settings, range, attemptLimit)}
  ) AS repair_chain
  WHERE outcome <> 'open'
  GROUP BY 1
)
SELECT name AS week, ${['attempts', ...outcomes, 'unique_projects']
        .map((name) => `CAST(coalesce(${name}, 0) AS integer) AS ${name}`)
        .join(', ')},
  ${percentOf('fixed', 'finished')} AS success_rate, partial
FROM bucket LEFT JOIN attempted USING (key) LEFT JOIN ended USING (key)
ORDER BY key DESC
LIMIT ${parameters.limit}`;
    },
    source: decision('11', 'Only chats with at least one attempt'),
  };
}

import { type Query } from '../../../kinds/query';
import { decision } from '../../../kinds/source';
import { type Settings } from '../../../settings/settings';
import { buckets, percentOf } from './buckets';
import { requests } from './requests';

/**
 * What became of the requests that ended on each day of the range, the latest first; those still open are on no day. As in
 * the alert, a scene belongs to one request, so no day passes 100 %.
 */
export function generationSuccess(settings: Settings): Query {
  return {
    id: 'validation.generation_success',
    title: 'Generation success per day',
    columns: {
      day: 'text',
      requests: 'integer',
      completed: 'integer',
      replaced: 'integer',
      unanswered: 'integer',
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
${requests(settings, range)}
  ) AS request
  WHERE outcome <> 'open'
)
SELECT name AS day, CAST(count(outcome) AS integer) AS requests, ${['completed', 'replaced', 'unanswered'].map(count).join(', ')},
  ${percentOf("count(*) FILTER (WHERE outcome = 'completed')", 'count(outcome)')} AS success_rate, partial
FROM bucket LEFT JOIN ended USING (key)
GROUP BY key, name, partial
ORDER BY key DESC
LIMIT ${parameters.limit}`;
    },
    source: decision('6', "'Create' is missed, 'padding' counts as 'add'"),
  };
}

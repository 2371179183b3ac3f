import { type Query } from '../../../kinds/query';
import { decision } from '../../../kinds/source';
import { type Settings } from '../../../settings/settings';
import { matchesAny } from '../../../sql/pattern';
import { buckets, percentOf } from './buckets';
import { messagesWithin } from './messagesWithin';

/**
 * Scenes made against scenes asked for, on each day of the range, the latest first. A scene that is made after midnight
 * counts on its own day, so a quiet day can pass 100 %.
 */
export function generationSuccess(settings: Settings): Query {
  return {
    id: 'validation.generation_success',
    title: 'Generation success per day',
    columns: { day: 'text', requests: 'integer', completed: 'integer', success_rate: 'percent', partial: 'text' },
    sql: (parameters) => {
      const { range, list, keyOf } = buckets(settings, 'day', parameters);
      const { request, completed } = settings.validation.phrases;
      return `WITH bucket AS (
  ${list}
), made AS (
  SELECT ${keyOf('at')} AS key,
    count(*) FILTER (WHERE role = 'user' AND ${matchesAny('content', request)}) AS requests,
    count(*) FILTER (WHERE role = 'assistant' AND ${matchesAny('content', completed)}) AS completed
  FROM ${messagesWithin(settings, range)}
  GROUP BY 1
)
SELECT name AS day, CAST(coalesce(requests, 0) AS integer) AS requests, CAST(coalesce(completed, 0) AS integer) AS completed,
  ${percentOf('completed', 'requests')} AS success_rate, partial
FROM bucket LEFT JOIN made USING (key)
ORDER BY key DESC
LIMIT ${parameters.limit}`;
    },
    source: decision('6', "'Create' is missed, 'padding' counts as 'add'"),
  };
}

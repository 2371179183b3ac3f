import { type Query } from '../../../kinds/query';
import { decision } from '../../../kinds/source';
import { type Settings } from '../../../settings/settings';
import { matchesAny } from '../../../sql/pattern';
import { buckets } from './buckets';
import { isAttempt, messagesWithin } from './messagesWithin';

/**
 * What users meet on each day of the range, the latest first: errors told and repairs made per message of a user, as
 * ratios of the day's sums. A session is a chat; it counts whole on the day of its first user's message in the range.
 */
export function userExperience(settings: Settings): Query {
  return {
    id: 'validation.user_experience',
    title: 'User experience per day',
    columns: {
      day: 'text',
      sessions: 'integer',
      sessions_without_fixes: 'integer',
      user_messages: 'integer',
      errors_per_message: 'number',
      fixes_per_message: 'number',
      partial: 'text',
    },
    sql: (parameters) => {
      const { range, list, keyOf } = buckets(settings, 'day', parameters);
      const { error } = settings.validation.phrases;
      const perMessage = (count: string) =>
        `CAST(round(CAST(${count} AS numeric) / nullif(user_messages, 0), 4) AS double precision)`;
      return `WITH bucket AS (
  ${list}
), message AS (
  SELECT chat, ${keyOf('at')} AS key, role = 'user' AS is_user, ${isAttempt(settings)} AS is_attempt,
    role = 'assistant' AND ${matchesAny('content', error)} AS is_error
  FROM ${messagesWithin(settings, range)}
  WHERE role IN ('user', 'assistant')
), told AS (
  SELECT key, count(*) FILTER (WHERE is_user) AS user_messages, count(*) FILTER (WHERE is_error) AS errors,
    count(*) FILTER (WHERE is_attempt) AS fixes
  FROM message
  GROUP BY key
), session AS (
  SELECT key, count(*) AS sessions, count(*) FILTER (WHERE NOT repaired) AS sessions_without_fixes
  FROM (
    SELECT min(key) FILTER (WHERE is_user) AS key, coalesce(bool_or(is_attempt), false) AS repaired
    FROM message
    GROUP BY chat
  ) AS chat
  GROUP BY key
)
SELECT name AS day, ${['sessions', 'sessions_without_fixes', 'user_messages']
        .map((name) => `CAST(coalesce(${name}, 0) AS integer) AS ${name}`)
        .join(', ')},
  ${perMessage('errors')} AS errors_per_message, ${perMessage('fixes')} AS fixes_per_message, partial
FROM bucket LEFT JOIN told USING (key) LEFT JOIN session USING (key)
ORDER BY key DESC
LIMIT ${parameters.limit}`;
    },
    source: decision('12', 'Ratio of sums; documented variant kept'),
  };
}

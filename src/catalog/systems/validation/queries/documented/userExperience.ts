import { type Query } from '../../../../kinds/query';
import { quote } from '../../../../kinds/source';
import { type Settings } from '../../../../settings/settings';
import { documentedMessages } from './documentedMessages';

/** 5.1: a session is a chat on one day of the session's time zone, and a mean of ratios gives short ones the same weight. */
export const documentedUserExperience = (settings: Settings): Query => ({
  id: 'validation.user_experience_as_documented',
  title: 'User experience per day, 7 days (as documented)',
  columns: {
    date: 'text',
    total_sessions: 'integer',
    avg_error_rate: 'number',
    avg_fix_rate: 'number',
    sessions_without_fixes: 'integer',
  },
  sql: () => `WITH user_sessions AS (
  SELECT chat_id, date(created_at) AS date,
    count(CASE WHEN role = 'user' THEN 1 END) AS user_messages,
    count(CASE WHEN role = 'assistant' AND content LIKE '%error%' THEN 1 END) AS error_messages,
    count(CASE WHEN role = 'assistant' AND content LIKE 'Fixing%' THEN 1 END) AS fix_attempts
  FROM ${documentedMessages(settings, '7 days')}
  GROUP BY chat_id, date(created_at)
)
SELECT to_char(user_sessions.date, 'YYYY-MM-DD') AS date,
  CAST(count(*) AS integer) AS total_sessions,
  avg(CAST(error_messages AS double precision) / user_messages) AS avg_error_rate,
  avg(CAST(fix_attempts AS double precision) / user_messages) AS avg_fix_rate,
  CAST(count(CASE WHEN fix_attempts = 0 THEN 1 END) AS integer) AS sessions_without_fixes
FROM user_sessions
WHERE user_messages > 0
GROUP BY user_sessions.date
ORDER BY user_sessions.date DESC`,
  source: quote('validation', '5.1', 'AVG(error_messages::float / user_messages) as avg_error_rate'),
  documented: { correctedBy: 'validation.user_experience' },
});

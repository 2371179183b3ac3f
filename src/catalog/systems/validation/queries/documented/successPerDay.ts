import { type Query } from '../../../../kinds/query';
import { quote } from '../../../../kinds/source';
import { type Settings } from '../../../../settings/settings';
import { documentedMessages } from './documentedMessages';

/** 1.1: attempts and successes are counted apart from each other, so a day can pass 100 %. Days are the session's. */
export const documentedSuccessPerDay = (settings: Settings): Query => ({
  id: 'validation.success_per_day_as_documented',
  title: 'Fixes and attempts per day, 30 days (as documented)',
  columns: { date: 'text', fix_attempts: 'integer', successful_fixes: 'integer', success_rate_percent: 'percent' },
  sql: () => `SELECT to_char(date(created_at), 'YYYY-MM-DD') AS date,
  CAST(count(CASE WHEN content LIKE 'Fixing%' THEN 1 END) AS integer) AS fix_attempts,
  CAST(count(CASE WHEN content LIKE '%fixed issues%' THEN 1 END) AS integer) AS successful_fixes,
  CAST(round(
    count(CASE WHEN content LIKE '%fixed issues%' THEN 1 END) * 100.0 /
    nullif(count(CASE WHEN content LIKE 'Fixing%' THEN 1 END), 0),
    2
  ) AS double precision) AS success_rate_percent
FROM ${documentedMessages(settings, '30 days')}
WHERE role = 'assistant'
GROUP BY date(created_at)
ORDER BY date(created_at) DESC
LIMIT 30`,
  source: quote('validation', '1.1', 'as success_rate_percent'),
  documented: { correctedBy: 'validation.success_per_day' },
});

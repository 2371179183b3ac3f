import { type Query } from '../../../../kinds/query';
import { quote } from '../../../../kinds/source';
import { type Settings } from '../../../../settings/settings';
import { documentedMessages } from './documentedMessages';

/** 2.2: every chat with an assistant's message is a project, and the first week is cut off where the range begins. */
export const documentedWeekly = (settings: Settings): Query => ({
  id: 'validation.weekly_as_documented',
  title: 'Performance per week, 4 weeks (as documented)',
  columns: {
    week: 'date',
    attempts: 'integer',
    successes: 'integer',
    failures: 'integer',
    unique_projects: 'integer',
    success_rate: 'percent',
  },
  sql: () => `WITH weekly_stats AS (
  SELECT date_trunc('week', created_at) AS week,
    count(CASE WHEN content LIKE 'Fixing%' THEN 1 END) AS attempts,
    count(CASE WHEN content LIKE '%fixed issues%' THEN 1 END) AS successes,
    count(CASE WHEN content LIKE '%giving up%' THEN 1 END) AS failures,
    count(DISTINCT chat_id) AS unique_projects
  FROM ${documentedMessages(settings, '4 weeks')}
  WHERE role = 'assistant'
  GROUP BY date_trunc('week', created_at)
)
SELECT week, CAST(attempts AS integer) AS attempts, CAST(successes AS integer) AS successes,
  CAST(failures AS integer) AS failures, CAST(unique_projects AS integer) AS unique_projects,
  CAST(round(successes * 100.0 / nullif(attempts, 0), 2) AS double precision) AS success_rate
FROM weekly_stats
ORDER BY week DESC`,
  source: quote('validation', '2.2', 'ROUND(successes * 100.0 / NULLIF(attempts, 0), 2) as success_rate'),
  documented: { correctedBy: 'validation.weekly' },
});

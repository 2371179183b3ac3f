import { type Query } from '../../../../kinds/query';
import { quote } from '../../../../kinds/source';
import { type Settings } from '../../../../settings/settings';
import { documentedMessages } from './documentedMessages';

/** 5.2: "Create" is no request and "padding" is one; the range begins in the middle of a day. */
export const documentedGenerationSuccess = (settings: Settings): Query => ({
  id: 'validation.generation_success_as_documented',
  title: 'Generation success per day, 30 days (as documented)',
  columns: {
    date: 'text',
    successful_scenes: 'integer',
    generation_requests: 'integer',
    generation_success_rate: 'percent',
  },
  sql: () => `SELECT to_char(date(created_at), 'YYYY-MM-DD') AS date,
  CAST(count(CASE WHEN ${completed} THEN 1 END) AS integer) AS successful_scenes,
  CAST(count(CASE WHEN ${request} THEN 1 END) AS integer) AS generation_requests,
  CAST(round(
    count(CASE WHEN ${completed} THEN 1 END) * 100.0 /
    nullif(count(CASE WHEN ${request} THEN 1 END), 0),
    2
  ) AS double precision) AS generation_success_rate
FROM ${documentedMessages(settings, '30 days')}
GROUP BY date(created_at)
ORDER BY date(created_at) DESC`,
  source: quote('validation', '5.2', 'as generation_success_rate'),
  documented: { correctedBy: 'validation.generation_success' },
});

const completed = `role = 'assistant' AND content LIKE '%Scene completed%'`;
const request = `role = 'user' AND (content LIKE '%create%' OR content LIKE '%add%' OR content LIKE '%make%')`;

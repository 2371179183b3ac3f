import { type Query } from '../../../../kinds/query';
import { quote } from '../../../../kinds/source';
import { type Settings } from '../../../../settings/settings';
import { documentedMessages } from './documentedMessages';

/** 1.3: substrings with their capitals, so that "index is not defined" counts as "x is not defined". */
export const documentedErrorPatterns = (settings: Settings): Query => ({
  id: 'validation.error_patterns_as_documented',
  title: 'Error patterns, 7 days (as documented)',
  columns: { error_pattern: 'text', occurrence_count: 'integer', unique_projects: 'integer' },
  sql: () => `SELECT CASE
    WHEN content LIKE '%x is not defined%' THEN 'X Variable Bug'
    WHEN content LIKE '%already declared%' THEN 'Duplicate Declarations'
    WHEN content LIKE '%spring%fps%' THEN 'Missing FPS'
    WHEN content LIKE '%undefined%' THEN 'Undefined Variables'
    WHEN content LIKE '%import%' THEN 'Missing Imports'
    ELSE 'Other'
  END AS error_pattern,
  CAST(count(*) AS integer) AS occurrence_count,
  CAST(count(DISTINCT chat_id) AS integer) AS unique_projects
FROM ${documentedMessages(settings, '7 days')}
WHERE content LIKE 'Fixing%'
GROUP BY error_pattern
ORDER BY occurrence_count DESC`,
  source: quote('validation', '1.3', 'COUNT(DISTINCT chat_id) as unique_projects'),
  documented: { correctedBy: 'validation.error_patterns' },
});

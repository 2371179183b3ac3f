import { type Query } from '../../../../kinds/query';
import { quote } from '../../../../kinds/source';
import { type Settings } from '../../../../settings/settings';
import { documentedErrors } from './documentedErrors';

/** "If they occur 3+ times": of one exact error, whenever that was. */
export const documentedRepeatedErrors = (settings: Settings): Query => ({
  id: 'generation.repeated_errors_as_documented',
  title: 'Errors that occurred often enough for a test (as documented)',
  columns: { error_type: 'text', failure_category: 'text', occurrence_count: 'integer', created_at: 'instant' },
  sql: ({
    limit,
  }) => `SELECT error_type, failure_category, CAST(occurrence_count AS integer) AS occurrence_count, created_at
FROM ${documentedErrors(settings)}
WHERE occurrence_count >= 3
ORDER BY occurrence_count DESC, created_at
LIMIT ${limit}`,
  source: quote('generation', 'Summary', 'if they occur 3+ times'),
  documented: { correctedBy: 'generation.strikes' },
});

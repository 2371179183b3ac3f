import { type Query } from '../../../../kinds/query';
import { quote } from '../../../../kinds/source';
import { type Settings } from '../../../../settings/settings';
import { identifier, tableName } from '../../../../sql/identifier';
import { readInstant } from '../../../../sql/instant';
import { loggedAt } from '../loggedAt';

/** Section 8: the newest log lines of the validator, whatever the range, with the columns that the document names. */
export function documentedValidationLogs(settings: Settings): Query {
  const { table, columns } = settings.validation.logs;
  const message = identifier(columns.message);
  const at = readInstant(loggedAt(settings));
  return {
    id: 'validation.validation_logs_as_documented',
    title: 'Log lines of the validator, the newest 100 (as documented)',
    columns: { created_at: 'instant', message: 'text' },
    sql: () => `SELECT ${at} AS created_at, ${message} AS message
FROM ${tableName(table)}
WHERE ${message} LIKE '%VALIDATION PERFORMANCE%'
ORDER BY ${at} DESC
LIMIT 100`,
    source: quote('validation', 'Issue: Performance Degradation', "message LIKE '%VALIDATION PERFORMANCE%'"),
    documented: { correctedBy: 'validation.validation_logs' },
  };
}

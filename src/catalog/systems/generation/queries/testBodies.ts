import { type Query } from '../../../kinds/query';
import { quote } from '../../../kinds/source';
import { type FailuresColumn, type Settings } from '../../../settings/settings';
import { identifier, tableName } from '../../../sql/identifier';
import { storedTests } from './storedTests';

/** What the tests that wait for review do, or the chosen test, and the failure each came from. */
export const testBodies = (settings: Settings): Query => ({
  id: 'generation.test_bodies',
  title: 'What tests do, and the failures they come from',
  columns: {
    id: 'text',
    test_name: 'text',
    language: 'text',
    test_body: 'text',
    error_type: 'text',
    fingerprint: 'text',
    category: 'text',
    severity: 'text',
    message: 'text',
  },
  sql: ({ subject, limit }) => {
    const { table, columns } = settings.generation.failures;
    const failure = (name: FailuresColumn) => `failure.${identifier(columns[name])}`;
    return `SELECT CAST(test.id AS text) AS id, test_name, language, test_body, test.error_type,
  ${failure('fingerprint')} AS fingerprint, ${failure('failure_category')} AS category,
  ${failure('severity')} AS severity, ${failure('error_message')} AS message
FROM ${storedTests(settings)} LEFT JOIN ${tableName(table)} AS failure ON ${failure('id')} = created_from_failure_id
WHERE ${subject === undefined ? `test.status = 'proposed'` : `CAST(test.id AS text) = ${subject}`}
ORDER BY test.created_at, test.id
LIMIT ${limit}`;
  },
  source: quote('generation', 'auto_generated_tests', 'Links to originating failure'),
});

import { type Query } from '../../../kinds/query';
import { quote } from '../../../kinds/source';
import { type Settings } from '../../../settings/settings';
import { rangeOf } from '../../../sql/range';
import { storedRuns, storedTests } from './storedTests';

/** Runs of tests in the range, of one test where it is chosen, the latest first. */
export const testRuns = (settings: Settings): Query => ({
  id: 'generation.test_runs',
  title: 'Runs of generated tests',
  columns: {
    ran_at: 'instant',
    test_id: 'text',
    test_name: 'text',
    outcome: 'text',
    version: 'text',
    duration_ms: 'number',
  },
  sql: ({ subject, ...parameters }) => `SELECT at AS ran_at, CAST(test.id AS text) AS test_id, test_name,
  CASE WHEN passed THEN 'passed' ELSE 'failed' END AS outcome, version, duration_ms
FROM ${storedRuns(settings, rangeOf(parameters))} JOIN ${storedTests(settings)} ON test.id = run.test_id
WHERE ${subject === undefined ? 'true' : `CAST(test.id AS text) = ${subject}`}
ORDER BY at DESC, run.id DESC
LIMIT ${parameters.limit}`,
  source: quote('generation', 'Testing Strategy', 'Test runs to prevent same error'),
});

import { type Query } from '../../../kinds/query';
import { quote } from '../../../kinds/source';
import { type Settings } from '../../../settings/settings';
import { windowBefore } from '../../../sql/range';
import { andChosenSubject } from './chosenSubject';
import { storedRuns, storedTests } from './storedTests';

/**
 * Every test, whenever it was made, or the chosen one: what waits for review first, the longest waiting before the others;
 * then the latest. An approved test is `failing` while its newest run failed, and a `regression` when it had passed before.
 * Flaky is one that passed and failed on the same version, as `genwatch_generation_tests` counts it at the range's end.
 */
export const tests = (settings: Settings): Query => ({
  id: 'generation.tests',
  title: 'Generated tests',
  columns: {
    id: 'text',
    test_name: 'text',
    error_type: 'text',
    state: 'text',
    flaky: 'text',
    confidence: 'percent',
    runs: 'integer',
    passed: 'integer',
    failed: 'integer',
    last_run: 'instant',
    language: 'text',
    target: 'text',
    status: 'text',
    reviewed_by: 'text',
    reviewed_at: 'instant',
    created_at: 'instant',
  },
  sql: (parameters) => `WITH flaky AS (
  SELECT DISTINCT test_id
  FROM ${storedRuns(settings, windowBefore(settings.generation.strikes.window, parameters))}
  GROUP BY test_id, version
  HAVING bool_or(passed) AND NOT bool_and(passed)
)
SELECT CAST(test.id AS text) AS id, test_name, error_type,
  CASE WHEN status <> 'approved' OR newest.passed IS NOT FALSE THEN status
    WHEN pass_count > 0 THEN 'regression' ELSE 'failing' END AS state,
  CASE WHEN flaky.test_id IS NULL THEN '' ELSE 'flaky' END AS flaky,
  CAST(round(CAST(confidence_score * 100 AS numeric), 1) AS double precision) AS confidence, run_count AS runs,
  pass_count AS passed, fail_count AS failed, newest.at AS last_run, language, target, status, reviewed_by, reviewed_at,
  created_at
FROM ${storedTests(settings)}
LEFT JOIN flaky ON flaky.test_id = test.id
LEFT JOIN LATERAL (
  SELECT passed, at FROM ${storedRuns(settings)} WHERE test_id = test.id ORDER BY at DESC, run.id DESC LIMIT 1
) AS newest ON true
WHERE true${andChosenSubject('CAST(test.id AS text)', parameters)}
ORDER BY status <> 'proposed', CASE WHEN status = 'proposed' THEN created_at END, created_at DESC, test.id DESC
LIMIT ${parameters.limit}`,
  source: quote('generation', 'auto_generated_tests', 'Test statistics'),
});

import { type Query } from '../../../kinds/query';
import { quote } from '../../../kinds/source';
import { type Settings } from '../../../settings/settings';
import { windowBefore } from '../../../sql/range';
import { strikesWithin } from './strikesWithin';
import { storedRuns, storedTests } from './storedTests';

/**
 * How far each error type is on the way to its test, in the window of the strikes that ends with the range; what needs people first.
 * It is at its end when its test is approved and passed in its newest run. Neither failures that made a test nor those before the
 * last rejection are strikes any more, as the trigger counts.
 */
export const strikes = (settings: Settings): Query => ({
  id: 'generation.strikes',
  title: 'The way of each error type to its test',
  columns: {
    error_type: 'text',
    stage: 'text',
    strikes: 'integer',
    failures: 'integer',
    first_seen: 'instant',
    last_seen: 'instant',
    test_id: 'text',
    test_status: 'text',
    runs: 'integer',
    passed: 'integer',
    failed: 'integer',
    confidence: 'percent',
  },
  sql: (parameters) => {
    const { strikes: rule } = settings.generation;
    return `WITH failed AS (
  SELECT error_type, count(*) AS failures, count(*) FILTER (WHERE is_strike) AS strikes,
    min(at) AS first_seen, max(at) AS last_seen
  FROM ${strikesWithin(settings, windowBefore(rule.window, parameters))}
  GROUP BY error_type
), tested AS (
  SELECT DISTINCT ON (error_type) error_type, CAST(test.id AS text) AS test_id, status, run_count, pass_count, fail_count,
    confidence_score, newest.passed AS newest_passed
  FROM ${storedTests(settings)}
  LEFT JOIN LATERAL (
    SELECT passed FROM ${storedRuns(settings)} WHERE test_id = test.id ORDER BY at DESC, run.id DESC LIMIT 1
  ) AS newest ON true
  ORDER BY error_type, status = 'rejected', created_at DESC, test.id DESC
), ladder AS (
  SELECT *, CASE
      WHEN status = 'approved' AND newest_passed IS FALSE THEN 1
      WHEN coalesce(status, 'rejected') = 'rejected' AND strikes >= ${rule.failures} THEN 2
      WHEN coalesce(status, 'rejected') = 'rejected' AND strikes > 0 THEN 3
      WHEN status = 'proposed' THEN 4
      WHEN status = 'approved' AND newest_passed IS NULL THEN 5
      WHEN status = 'approved' THEN 6
      ELSE 7
    END AS rung
  FROM failed LEFT JOIN tested USING (error_type)
)
SELECT error_type, CASE rung
    WHEN 1 THEN 'test fails' WHEN 2 THEN 'strikes, but no test' WHEN 3 THEN concat('strike ', strikes, ' of ${rule.failures}')
    WHEN 4 THEN 'test waits for review' WHEN 5 THEN 'test approved' WHEN 6 THEN 'test passes' ELSE 'test rejected'
  END AS stage,
  CAST(strikes AS integer) AS strikes, CAST(failures AS integer) AS failures, first_seen, last_seen, test_id,
  status AS test_status, run_count AS runs, pass_count AS passed, fail_count AS failed,
  CAST(round(CAST(confidence_score * 100 AS numeric), 1) AS double precision) AS confidence
FROM ladder
ORDER BY rung, strikes DESC, failures DESC, error_type
LIMIT ${parameters.limit}`;
  },
  source: quote('generation', 'Testing Strategy', 'Regression test automatically generated'),
});

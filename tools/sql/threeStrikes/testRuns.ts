import { type Step } from '../script';
import { type Names } from './names';

/** Two-sided 95 %. */
const Z = 1.96;

export const testRunSteps = ({ tests, runs, versionsView }: Names): readonly Step[] => [
  {
    says: `How sure it is that a test passes: the lower bound of the Wilson score interval (z = ${Z}). Rises with every pass, falls with
every failure, and no single run decides.`,
    sql: `CREATE OR REPLACE FUNCTION genwatch_confidence(passed bigint, runs bigint) RETURNS double precision
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $body$
  SELECT CASE WHEN runs > 0 THEN greatest(0, (
    passed / runs::double precision + ${Z} ^ 2 / (2 * runs)
      - ${Z} * sqrt(passed / runs::double precision * (1 - passed / runs::double precision) / runs + ${Z} ^ 2 / (4 * runs::double precision ^ 2))
  ) / (1 + ${Z} ^ 2 / runs)) ELSE 0 END
$body$`,
  },
  {
    says: `Writes a run of a test, from which its counts and its confidence follow; returns the confidence. For whoever runs the tests:
GRANT EXECUTE ON FUNCTION record_test_run TO <their role>.`,
    sql: `CREATE OR REPLACE FUNCTION record_test_run(
  test ${tests.table}.${tests.columns.id}%TYPE, passed boolean, version text, duration_ms double precision DEFAULT NULL
) RETURNS double precision
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $body$
#variable_conflict use_variable
DECLARE
  confidence double precision;
BEGIN
  IF test IS NULL OR passed IS NULL OR version IS NULL THEN
    RAISE EXCEPTION 'a run needs its test, whether it passed, and the version that was tested';
  END IF;
  UPDATE ${tests.table} AS tested SET
    ${tests.columns.run_count} = tested.${tests.columns.run_count} + 1,
    ${tests.columns.pass_count} = tested.${tests.columns.pass_count} + passed::integer,
    ${tests.columns.fail_count} = tested.${tests.columns.fail_count} + (NOT passed)::integer,
    ${tests.columns.confidence_score} = genwatch_confidence(tested.${tests.columns.pass_count} + passed::integer, tested.${tests.columns.run_count} + 1)
  WHERE tested.${tests.columns.id} = test
  RETURNING tested.${tests.columns.confidence_score} INTO confidence;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'there is no test %', test USING HINT = 'Take the id from ${tests.table.replace(/'/g, "''")}.';
  END IF;
  INSERT INTO ${runs.table} (${[runs.columns.test_id, runs.columns.passed, runs.columns.version, runs.columns.duration_ms, runs.columns.created_at].join(', ')})
  VALUES (test, passed, version, duration_ms, ${runs.now});
  RETURN confidence;
END
$body$`,
  },
  {
    says: 'What runs said of each version; flaky is what passed and failed on the same one.',
    sql: `CREATE OR REPLACE VIEW ${versionsView} AS
SELECT run.${runs.columns.test_id} AS test_id, run.${runs.columns.version} AS version, count(*) AS run_count,
  count(*) FILTER (WHERE run.${runs.columns.passed}) AS pass_count,
  count(*) FILTER (WHERE NOT run.${runs.columns.passed}) AS fail_count,
  bool_or(run.${runs.columns.passed}) AND NOT bool_and(run.${runs.columns.passed}) AS flaky,
  min(${runs.at('run')}) AS first_run, max(${runs.at('run')}) AS last_run
FROM ${runs.table} AS run
GROUP BY run.${runs.columns.test_id}, run.${runs.columns.version}`,
  },
];

import { type ClientBase } from 'pg';
import { FAULT_VERSION } from '../../simulator/generation/tests/runTests';
import { versionAt } from '../../simulator/generation/tests/version';
import { inTransaction } from '../inTransaction';

export interface ApprovedTest {
  readonly id: string;
  readonly error_type: string;
}

/**
 * The approved test that came first, or last, of those that pass.
 * @param unlike error types whose tests are taken only where there is no other
 * @throws Error when there is none
 */
export async function approvedTest(
  client: ClientBase,
  which: 'first' | 'last',
  unlike: readonly string[] = []
): Promise<ApprovedTest> {
  const { rows } = await client.query<ApprovedTest>(
    `SELECT id, error_type FROM auto_generated_tests WHERE status = 'approved' AND pass_count > 0
     ORDER BY error_type = ANY($1), created_at ${which === 'first' ? 'ASC' : 'DESC'}, id LIMIT 1`,
    [unlike]
  );
  if (!rows[0]) {
    throw new Error(
      'No approved test has passed yet: approve one on the page Tests, and wait a minute for its first run.'
    );
  }
  return rows[0];
}

/** What versions that one fault runs tests on end with. */
const suffix = (fault: string): string => `${FAULT_VERSION}${fault}`;

/** Runs the test on a version of the fault's own, with these outcomes. */
export const recordFaultRuns = (client: ClientBase, fault: string, test: string, outcomes: readonly boolean[]) =>
  client.query(
    `SELECT record_test_run($1::bigint, passed, $2::text, 1200 + 40 * number)
     FROM unnest($3::boolean[]) WITH ORDINALITY AS run (passed, number) ORDER BY number`,
    [test, `${versionAt(Date.now())}${suffix(fault)}`, outcomes]
  );

/** Takes back exactly the fault's runs, and what they did to their tests. Returns how many there were. */
export const deleteFaultRuns = (client: ClientBase, fault: string): Promise<number> =>
  inTransaction(client, async () => {
    const { rows } = await client.query<{ test_id: string; passed: boolean }>(
      `DELETE FROM auto_generated_test_runs WHERE right(version, length($1)) = $1 RETURNING test_id, passed`,
      [suffix(fault)]
    );
    if (rows.length > 0) {
      await client.query(
        `UPDATE auto_generated_tests AS test SET run_count = run_count - runs, pass_count = pass_count - passes,
           fail_count = fail_count - (runs - passes), confidence_score = genwatch_confidence(pass_count - passes, run_count - runs)
         FROM (
           SELECT test_id, count(*)::int AS runs, count(*) FILTER (WHERE passed)::int AS passes
           FROM unnest($1::bigint[], $2::boolean[]) AS run (test_id, passed) GROUP BY test_id
         ) AS gone WHERE gone.test_id = test.id`,
        [rows.map(({ test_id }) => test_id), rows.map(({ passed }) => passed)]
      );
    }
    return rows.length;
  });

import { type ClientBase } from 'pg';
import { FAULT_PREFIX } from '../../../faults/faultRows';
import { PROJECT_PREFIX } from '../plan/people';
import { type GenerationPlanOptions } from '../plan/generationPlan';
import { plannedRuns } from './plannedRuns';

interface Approved {
  readonly id: string;
  readonly error_type: string;
  readonly approved: number;
  readonly last: number | null;
}

/** Versions of runs that faults write end so. */
export const FAULT_VERSION = `+${FAULT_PREFIX}`;

/** Runs the approved tests on the generations up to `until`, milliseconds; those that a fault has made fail are left alone. */
export async function runTests(client: ClientBase, options: GenerationPlanOptions, until: number): Promise<void> {
  const runs = (await approvedTests(client))
    .flatMap(({ id, error_type: type, approved, last }) =>
      plannedRuns(options, type, Math.floor(approved), Math.max(approved, Math.floor(last ?? 0)), until).map((run) => ({
        ...run,
        id,
      }))
    )
    .sort((a, b) => a.at - b.at);
  for (const { id, passed, version, durationMs, at } of runs) {
    await client.query(
      `UPDATE auto_generated_test_runs SET created_at = $5
       WHERE id = record_test_run($1::bigint, $2::boolean, $3::text, $4::double precision)`,
      [id, passed, version, durationMs, new Date(at).toISOString()]
    );
  }
}

async function approvedTests(client: ClientBase): Promise<readonly Approved[]> {
  const { rows } = await client.query<Approved>(
    `SELECT test.id, test.error_type, extract(epoch FROM test.reviewed_at)::float8 * 1000 AS approved,
       extract(epoch FROM run.last)::float8 * 1000 AS last
     FROM auto_generated_tests AS test
       JOIN generation_failures AS failure ON failure.id = test.created_from_failure_id
       LEFT JOIN (
         SELECT test_id, max(created_at) AS last, bool_or(position($3 IN version) > 0) AS broken
         FROM auto_generated_test_runs GROUP BY test_id
       ) AS run ON run.test_id = test.id
     WHERE test.status = 'approved' AND test.reviewed_at IS NOT NULL AND run.broken IS NOT TRUE
       AND (starts_with(failure.project_id, $1) OR starts_with(failure.project_id, $2))`,
    [PROJECT_PREFIX, FAULT_PREFIX, FAULT_VERSION]
  );
  return rows;
}

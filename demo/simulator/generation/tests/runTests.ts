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

/** What comes before the fault's name in the versions that faults run tests on. */
export const FAULT_VERSION = `+${FAULT_PREFIX}`;

/** Runs the approved tests on the generations up to `until`, milliseconds; those that a fault has made fail are left alone. */
export async function runTests(client: ClientBase, options: GenerationPlanOptions, until: number): Promise<void> {
  const runs = (await approvedTests(client))
    .flatMap(({ id, error_type: type, approved, last }) =>
      plannedRuns(options, type, approved, Math.max(approved, last ?? 0), until).map((run) => ({ ...run, id }))
    )
    .sort((a, b) => a.at - b.at);
  if (runs.length === 0) {
    return;
  }
  await client.query(
    `SELECT record_test_run(test, passed, version, duration)
     FROM unnest($1::bigint[], $2::boolean[], $3::text[], $4::float8[])
       WITH ORDINALITY AS planned (test, passed, version, duration, number)
     ORDER BY number`,
    [
      runs.map(({ id }) => id),
      runs.map(({ passed }) => passed),
      runs.map(({ version }) => version),
      runs.map(({ durationMs }) => durationMs),
    ]
  );
  await dateRuns(client, runs);
}

/** Runs are dated by the clock: those of this transaction get the times that the plan has for them. */
async function dateRuns(client: ClientBase, runs: ReadonlyArray<{ readonly id: string; readonly at: number }>) {
  await client.query(
    `UPDATE auto_generated_test_runs AS run SET created_at = planned.at
     FROM (
       SELECT id, test_id, row_number() OVER (PARTITION BY test_id ORDER BY id) AS place
       FROM auto_generated_test_runs WHERE test_id = ANY ($1::bigint[]) AND created_at = transaction_timestamp()
     ) AS made JOIN (
       SELECT test, at, row_number() OVER (PARTITION BY test ORDER BY number) AS place
       FROM unnest($1::bigint[], $2::timestamptz[]) WITH ORDINALITY AS planned (test, at, number)
     ) AS planned ON planned.test = made.test_id AND planned.place = made.place
     WHERE run.id = made.id`,
    [runs.map(({ id }) => id), runs.map(({ at }) => new Date(at).toISOString())]
  );
}

async function approvedTests(client: ClientBase): Promise<readonly Approved[]> {
  const milliseconds = (instant: string) => `floor(extract(epoch FROM ${instant}) * 1000)::float8`;
  const { rows } = await client.query<Approved>(
    `SELECT test.id, test.error_type, ${milliseconds('test.reviewed_at')} AS approved, ${milliseconds('run.created_at')} AS last
     FROM auto_generated_tests AS test
       JOIN generation_failures AS failure ON failure.id = test.created_from_failure_id
       LEFT JOIN LATERAL (
         SELECT created_at, version FROM auto_generated_test_runs
         WHERE test_id = test.id ORDER BY created_at DESC, id DESC LIMIT 1
       ) AS run ON true
     WHERE test.status = 'approved' AND test.reviewed_at IS NOT NULL AND position($3 IN coalesce(run.version, '')) = 0
       AND (starts_with(failure.project_id, $1) OR starts_with(failure.project_id, $2))`,
    [PROJECT_PREFIX, FAULT_PREFIX, FAULT_VERSION]
  );
  return rows;
}

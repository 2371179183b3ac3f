import { type ClientBase } from 'pg';
import { type FailureKind } from '../../simulator/generation/plan/errorKind';
import { type Generation } from '../../simulator/generation/plan/session';
import { writeGenerations } from '../../simulator/generation/writeGenerations';
import { random } from '../../simulator/plan/random';
import { SECOND } from '../../simulator/plan/time';
import { FAULT_PREFIX } from '../faultRows';
import { inTransaction } from '../inTransaction';

/** Project ids of one fault's generations begin so, and nothing else's do. */
const projectPrefix = (fault: string): string => `${FAULT_PREFIX}${fault}-`;

/** Inserts generations of different users just before the database's now, a second apart, all at once or not at all. */
export async function insertFaultGenerations(
  client: ClientBase,
  fault: string,
  kinds: ReadonlyArray<FailureKind | undefined>
): Promise<void> {
  const { rows } = await client.query<{ now: number }>(
    'SELECT floor(extract(epoch FROM clock_timestamp()) * 1000)::float8 AS now'
  );
  const now = rows[0]?.now ?? Date.now();
  const generations = kinds.map((kind, i) => generation(fault, now - (kinds.length - i) * SECOND, kind));
  await inTransaction(client, () => writeGenerations(client, now, generations));
}

function generation(fault: string, at: number, kind: FailureKind | undefined): Generation {
  const dice = random(fault, at);
  return {
    at,
    key: `${fault}-${at}`,
    attempt: 1,
    kind,
    person: {
      user: `user-${dice.hex(8)}`,
      project: `${projectPrefix(fault)}${dice.hex(10)}`,
      framework: 'React',
      frameworkWritten: 'React',
    },
  };
}

/** Takes back exactly the fault's generations, and the tests that came of them. Returns how many rows there were. */
export const deleteFaultGenerations = (client: ClientBase, fault: string): Promise<number> =>
  inTransaction(client, async () => {
    const ofFault = 'starts_with(project_id, $1)';
    const prefix = [projectPrefix(fault)];
    const { rows: failures } = await client.query<{ id: string }>(
      `DELETE FROM generation_failures WHERE ${ofFault} RETURNING id`,
      prefix
    );
    const { rowCount } = await client.query(`DELETE FROM generation_analytics WHERE ${ofFault}`, prefix);
    const tests = await client.query<{ error_type: string }>(
      'DELETE FROM auto_generated_tests WHERE created_from_failure_id = ANY ($1) RETURNING error_type',
      [failures.map(({ id }) => id)]
    );
    await forgetStrikes(
      client,
      tests.rows.map(({ error_type: type }) => type)
    );
    return failures.length + (rowCount ?? 0);
  });

/** A test that is removed has the strikes of its error type counted again: here none is left. */
async function forgetStrikes(client: ClientBase, types: readonly string[]): Promise<void> {
  if (types.length > 0) {
    await client.query(
      'DELETE FROM genwatch_strike_queue WHERE error_type = ANY ($1) AND queued_at = transaction_timestamp()',
      [types]
    );
  }
}

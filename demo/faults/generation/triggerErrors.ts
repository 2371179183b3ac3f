import { type ClientBase } from 'pg';
import { type Fault } from '../fault';
import { inTransaction } from '../inTransaction';
import { deleteFaultGenerations, insertFaultGenerations } from './faultGenerations';
import { AUDIO_TRACK } from './faultKinds';
import { failuresOf } from './generationFault';
import { requireTrigger } from './strikes';

const ID = 'trigger-errors';
const CONSTRAINT = 'genwatch_fault_no_test';

/** The table of the tests refuses what the trigger writes: the failures are stored, the errors written down. */
export const triggerErrors: Fault = {
  id: ID,
  title: 'the trigger that makes tests meets errors',
  raises: [
    { alert: 'GenerationTriggerErrors', level: 'warning' },
    { alert: 'GenerationStrikesUnanswered', level: 'critical' },
    { alert: 'GenerationErrorRepeated', level: 'info' },
  ],
  raise: ({ catalog, database }) =>
    database(async (client) => {
      await requireTrigger(client, 'on');
      await dropConstraint(client);
      await client.query(
        `ALTER TABLE auto_generated_tests ADD CONSTRAINT ${CONSTRAINT} CHECK (error_type <> '${AUDIO_TRACK.type}') NOT VALID`
      );
      const strikes = Number(catalog.settings.generation.strikes.failures);
      await insertFaultGenerations(client, ID, failuresOf(AUDIO_TRACK, strikes));
      return `Inserted ${strikes} generations that failed of ${AUDIO_TRACK.type}, of which no test can be stored.`;
    }),
  clear: ({ database }) =>
    database(async (client) => {
      const rows = await deleteFaultGenerations(client, ID);
      await dropConstraint(client);
      const told = await inTransaction(client, () => forgetErrors(client));
      return rows + told > 0 ? `Removed ${rows} rows, and the ${told} errors that the trigger met.` : undefined;
    }),
};

const dropConstraint = (client: ClientBase) =>
  client.query(`ALTER TABLE auto_generated_tests DROP CONSTRAINT IF EXISTS ${CONSTRAINT}`);

async function forgetErrors(client: ClientBase): Promise<number> {
  const { rows } = await client.query<{ there: boolean }>(
    `SELECT to_regclass('genwatch_strike_errors') IS NOT NULL AS there`
  );
  if (!rows[0]?.there) {
    return 0;
  }
  await client.query('DELETE FROM genwatch_strike_queue WHERE error_type = $1', [AUDIO_TRACK.type]);
  const { rowCount } = await client.query('DELETE FROM genwatch_strike_errors WHERE error_type = $1', [
    AUDIO_TRACK.type,
  ]);
  return rowCount ?? 0;
}

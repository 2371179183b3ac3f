import { type ClientBase } from 'pg';
import { GENERATIONS_LOCK } from '../../simulator/generation/catchUpGenerations';
import { PROJECT_PREFIX } from '../../simulator/generation/plan/people';
import { type Fault } from '../fault';
import { FAULT_PREFIX } from '../faultRows';
import { inTransaction } from '../inTransaction';

const ID = 'silent-generator';
/** As far as the exporter looks back for a generation. */
const WINDOW = '6 hours';
const TABLES = ['generation_failures', 'generation_analytics'] as const;

/** Nobody can start a generation any more: the tables have stood still for hours. */
export const silentGenerator: Fault = {
  id: ID,
  title: 'neither successes nor failures are written',
  raises: [{ alert: 'GenerationSilent', level: 'warning' }],
  raise: ({ application, database }) =>
    database(async (client) => {
      await refuseBesideOthers(client);
      // Before rows are taken away, so that the simulator does not write them again.
      application.begin(ID, { since: Date.now(), silent: 'generations' });
      const gone = await inTransaction(client, async () => {
        await client.query('SELECT pg_advisory_xact_lock($1)', [GENERATIONS_LOCK]);
        const [failures, analytics] = [
          await client.query(recent('DELETE', TABLES[0]), [PROJECT_PREFIX]),
          await client.query(recent('DELETE', TABLES[1]), [PROJECT_PREFIX]),
        ];
        return (failures.rowCount ?? 0) + (analytics.rowCount ?? 0);
      });
      return `No generation is written from now on, and the ${gone} rows of the last ${WINDOW} are gone.`;
    }),
  clear: ({ application }) =>
    Promise.resolve(
      application.end(ID)
        ? 'Generations are written again, and the simulator fills in what was missing within seconds.'
        : undefined
    ),
};

const recent = (verb: 'DELETE' | 'SELECT', table: string): string =>
  `${verb} FROM ${table} WHERE starts_with(project_id, $1) AND created_at >= now() - interval '${WINDOW}'`;

/** The rows of other faults are events, too, and only these faults can bring them back. */
async function refuseBesideOthers(client: ClientBase): Promise<void> {
  for (const table of TABLES) {
    const { rowCount } = await client.query(`${recent('SELECT', table)} LIMIT 1`, [FAULT_PREFIX]);
    if (rowCount !== 0) {
      throw new Error(
        'Other faults have written generations within the last hours: take them back first, with `npm run demo:fault -- --clear`.'
      );
    }
  }
}

import { seconds } from '../../src/catalog/exact/duration';
import { matchesAny } from '../../src/catalog/sql/pattern';
import { type Fault } from './fault';
import { inTransaction } from './inTransaction';
import { alertNamed } from './lookup';

const ALERT = 'ValidationEventsMissing';
/** Keeps what the renamed messages said. */
const ORIGINALS = 'genwatch_fault_originals';

/** The validator tells of its repairs in words that nobody knows: the traffic goes on, and no event is in it. */
export const silentValidator: Fault = {
  id: 'silent-validator',
  title: 'repairs are told in words that nobody knows',
  raises: [{ alert: ALERT, level: 'warning' }],
  async raise({ catalog, database, services }) {
    const { window = '6h' } = alertNamed(catalog, ALERT).threshold;
    const { attempt, trip, success } = catalog.settings.validation.phrases;
    // What it would write next has the words that everybody knows.
    await services.stop('simulator');
    const renamed = await database((client) =>
      inTransaction(client, async () => {
        await client.query(`CREATE TABLE IF NOT EXISTS ${ORIGINALS} (id bigint PRIMARY KEY, content text NOT NULL)`);
        const { rowCount } = await client.query(
          `WITH event AS (
             SELECT id, content FROM messages
             WHERE created_at >= now() - make_interval(secs => $1) AND role = 'assistant'
               AND ${matchesAny('content', [...attempt, ...trip, ...success])}
           ), renamed AS (
             UPDATE messages SET content = 'Looked after it' FROM event WHERE messages.id = event.id
           )
           INSERT INTO ${ORIGINALS} SELECT id, content FROM event`,
          [seconds(window)]
        );
        return rowCount ?? 0;
      })
    );
    return `Stopped the simulator, and renamed the ${renamed} events of repairs of the last ${window}.`;
  },
  async clear({ database, services }) {
    const restored = await database((client) =>
      inTransaction(client, async () => {
        const { rows } = await client.query<{ there: boolean }>('SELECT to_regclass($1) IS NOT NULL AS there', [
          ORIGINALS,
        ]);
        if (!rows[0]?.there) {
          return 0;
        }
        const { rowCount } = await client.query(
          `UPDATE messages SET content = original.content FROM ${ORIGINALS} AS original WHERE messages.id = original.id`
        );
        await client.query(`DROP TABLE ${ORIGINALS}`);
        return rowCount ?? 0;
      })
    );
    const stood = await services.start('simulator');
    return restored > 0 || stood ? `Gave ${restored} events their words back; the simulator runs.` : undefined;
  },
};

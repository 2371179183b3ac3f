import { parseBound, type Bound } from '../../src/catalog/exact/bound';
import { print } from '../../src/catalog/exact/decimal';
import { type AlertLevel } from '../../src/catalog/kinds/threshold';
import { type Fault, type Raised } from './fault';
import { alertNamed } from './lookup';
import { findReader, reader } from './reader';

const STALE = 'GenwatchSourceStale';
/** As in sql/read-only-role.sql. */
const USUAL_LIMIT = 20;

/** The database takes no connection of the exporter, which goes on serving what it read last. */
export const sourceStale: Fault = {
  id: 'source-stale',
  title: 'the database lets the exporter in no longer, and its values grow old',
  raises: [{ alert: 'GenwatchSourceFailing', level: 'critical' }, staleAt('warning'), staleAt('critical')],
  async raise({ database }) {
    await database(async (client) => {
      const role = await reader(client);
      await client.query(`ALTER ROLE ${role} CONNECTION LIMIT 0`);
      await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = $1', [role]);
    });
    return 'Ended the connections of the exporter and allowed it no new ones.';
  },
  clear: ({ database }) =>
    database(async (client) => {
      const role = await findReader(client);
      const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1 AND rolconnlimit = 0', [role]);
      if (role === undefined || rowCount === 0) {
        return undefined;
      }
      await client.query(`ALTER ROLE ${role} CONNECTION LIMIT ${USUAL_LIMIT}`);
      return 'The database lets the exporter in again.';
    }),
};

function staleAt(level: AlertLevel): Raised {
  return {
    alert: STALE,
    level,
    ramp: (catalog) => {
      const { value } = parseBound(alertNamed(catalog, STALE).threshold.levels[level] as Bound);
      return { what: 'the values are as old as that', seconds: Number(print(value)) };
    },
  };
}

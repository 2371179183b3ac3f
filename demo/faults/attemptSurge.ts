import { type ClientBase } from 'pg';
import { fewestOverEveryLimit } from '../../src/catalog/systems/validation/queries/attemptLimit';
import { type Fault } from './fault';
import { deleteFaultRows, insertFaultRows } from './faultRows';
import { alertNamed, queryWithId } from './lookup';
import { repairedChats, SPREAD_MINUTES } from './repairedChats';

const ID = 'attempt-surge';
const ALERT = 'ValidationAttemptSurge';
/** The absolute limit, which has an alert of its own. */
const LIMIT = 'ValidationAttemptRateHigh';
const SCENE = 'Ticker';
/** How much more than needed, so that it lasts when earlier attempts leave the hour. */
const CLEARANCE = 1.4;

/** Repairs become much more frequent than they were all week, yet not as many as the absolute limit. */
export const attemptSurge: Fault = {
  id: ID,
  title: 'repairs come far more often than usual',
  raises: [{ alert: ALERT, level: 'warning' }],
  async raise({ catalog, database }) {
    const { threshold } = alertNamed(catalog, ALERT);
    const most = fewestOverEveryLimit(alertNamed(catalog, LIMIT).threshold) - 1;
    const read = queryWithId(catalog, 'validation.attempt_baseline').sql({ from: 'now()', to: 'now()', limit: '1' });
    return database(async (client) => {
      const { now, usual } = await attempts(client, read);
      const compared = Math.max(usual, Number(threshold.floor ?? 0));
      const bound = Number((threshold.levels.warning ?? '> 2').split(' ')[1]);
      const wanted = Math.ceil(Math.max(bound * compared + 1, Math.min(CLEARANCE * bound * compared, most)));
      const repairs = Math.max(0, wanted - now);
      await insertFaultRows(client, ID, repairedChats(repairs, SCENE));
      return `Inserted ${repairs} chats that were repaired in the last ${SPREAD_MINUTES} minutes: a mean hour has ${usual} attempts, the last hour now has ${now + repairs}.`;
    });
  },
  async clear({ database }) {
    const rows = await database((client) => deleteFaultRows(client, ID));
    return rows > 0 ? `Removed the ${rows} rows of the surge.` : undefined;
  },
};

async function attempts(client: ClientBase, statement: string) {
  const { rows } = await client.query<{ attempts_last_hour: number; baseline: number | null }>(statement);
  return { now: rows[0]?.attempts_last_hour ?? 0, usual: rows[0]?.baseline ?? 0 };
}

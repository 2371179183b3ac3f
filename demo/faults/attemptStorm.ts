import { fewestOverEveryLimit } from '../../src/catalog/systems/validation/queries/attemptLimit';
import { knownError } from '../simulator/texts/errors';
import { type Fault } from './fault';
import { deleteFaultRows, insertFaultRows, type FaultRow } from './faultRows';
import { alertNamed } from './lookup';

const ID = 'attempt-storm';
const ALERT = 'ValidationAttemptRateHigh';
/** They lie in so many seconds before now, so that they stay in the hour for a while. */
const SPREAD = 20 * 60;

/** Everything that is generated needs repair: as many attempts within minutes as the limit allows in an hour. */
export const attemptStorm: Fault = {
  id: ID,
  title: 'repairs by the hundred',
  raises: [{ alert: ALERT, level: 'warning' }],
  async raise({ catalog, database }) {
    const repairs = fewestOverEveryLimit(alertNamed(catalog, ALERT).threshold);
    await database((client) =>
      insertFaultRows(client, ID, Array.from({ length: repairs }, (_, i) => repaired(i, repairs)).flat())
    );
    return `Inserted ${repairs} chats that were repaired in the last ${SPREAD / 60} minutes.`;
  },
  async clear({ database }) {
    const rows = await database((client) => deleteFaultRows(client, ID));
    return rows > 0 ? `Removed the ${rows} rows of the storm.` : undefined;
  },
};

function repaired(chat: number, of: number): FaultRow[] {
  const row = { chat, role: 'assistant', scene: 'Countdown' } as const;
  const ended = 1 + (SPREAD * chat) / of;
  return [
    { ...row, content: `Fixing ${row.scene}: ${knownError(chat)}`, secondsAgo: ended + 10 },
    { ...row, content: `✅ ${row.scene}: fixed issues`, secondsAgo: ended },
  ];
}

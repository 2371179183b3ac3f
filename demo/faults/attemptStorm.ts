import { fewestOverEveryLimit } from '../../src/catalog/systems/validation/queries/attemptLimit';
import { type Fault } from './fault';
import { deleteFaultRows, insertFaultRows } from './faultRows';
import { alertNamed } from './lookup';
import { repairedChats, SPREAD_MINUTES } from './repairedChats';

const ID = 'attempt-storm';
const ALERT = 'ValidationAttemptRateHigh';
const SCENE = 'Countdown';

/** Everything that is generated needs repair: as many attempts within minutes as the limit allows in an hour. */
export const attemptStorm: Fault = {
  id: ID,
  title: 'repairs by the hundred',
  raises: [{ alert: ALERT, level: 'warning' }],
  async raise({ catalog, database }) {
    const repairs = fewestOverEveryLimit(alertNamed(catalog, ALERT).threshold);
    await database((client) => insertFaultRows(client, ID, repairedChats(repairs, SCENE)));
    return `Inserted ${repairs} chats that were repaired in the last ${SPREAD_MINUTES} minutes.`;
  },
  async clear({ database }) {
    const rows = await database((client) => deleteFaultRows(client, ID));
    return rows > 0 ? `Removed the ${rows} rows of the storm.` : undefined;
  },
};

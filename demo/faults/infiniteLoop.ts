import { fewestOverEveryLimit } from '../../src/catalog/systems/validation/queries/attemptLimit';
import { ERRORS } from '../simulator/texts/errors';
import { type Fault } from './fault';
import { deleteFaultRows, insertFaultRows, type FaultRow } from './faultRows';
import { alertNamed } from './lookup';

const ID = 'infinite-loop';
const ALERT = 'ValidationAttemptLimit';
const SCENE = 'Endless intro';
const ATTEMPTS = 7;
const SECONDS_BETWEEN = 20;

/** A repair that nobody stops: more attempts at one scene than the limit allows, within minutes. */
export const infiniteLoop: Fault = {
  id: ID,
  title: 'a repair goes round in circles',
  raises: [{ alert: ALERT, level: 'critical' }],
  async raise({ catalog, database }) {
    const { threshold } = alertNamed(catalog, ALERT);
    const attempts = Math.max(ATTEMPTS, fewestOverEveryLimit(threshold));
    await database((client) => insertFaultRows(client, ID, loop(attempts)));
    return `Inserted a chat that tries ${attempts} times to fix the scene “${SCENE}” and still goes on.`;
  },
  async clear({ database }) {
    const rows = await database((client) => deleteFaultRows(client, ID));
    return rows > 0 ? `Removed the ${rows} rows of the endless repair.` : undefined;
  },
};

function loop(attempts: number): FaultRow[] {
  const row = { chat: 1, scene: SCENE };
  const [error] = ERRORS['X Variable Bug'];
  return [
    { ...row, role: 'user', content: 'create an intro with our logo', secondsAgo: attempts * SECONDS_BETWEEN + 10 },
    ...Array.from({ length: attempts }, (_, i): FaultRow => ({
      ...row,
      role: 'assistant',
      content: `Fixing ${SCENE}: ${error}`,
      secondsAgo: 1 + (attempts - 1 - i) * SECONDS_BETWEEN,
    })),
  ];
}

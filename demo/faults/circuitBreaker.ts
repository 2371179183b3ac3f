import { knownError } from '../simulator/texts/errors';
import { type Fault } from './fault';
import { deleteFaultRows, insertFaultRows, type FaultRow } from './faultRows';

const ID = 'circuit-breaker';
const CHATS = 3;
const ATTEMPTS = 3;
const SECONDS_BETWEEN = 20;

/** The circuit breaker ends repairs in several chats within a minute. */
export const circuitBreaker: Fault = {
  id: ID,
  title: 'the circuit breaker trips',
  raises: [{ alert: 'ValidationCircuitBreakerTripped', level: 'critical' }],
  async raise({ database }) {
    await database((client) => insertFaultRows(client, ID, Array.from({ length: CHATS }, (_, i) => tripped(i)).flat()));
    return `Inserted ${CHATS} chats whose repair the circuit breaker ended after ${ATTEMPTS} attempts.`;
  },
  async clear({ database }) {
    const rows = await database((client) => deleteFaultRows(client, ID));
    return rows > 0 ? `Removed the ${rows} rows of the ended repairs.` : undefined;
  },
};

function tripped(chat: number): FaultRow[] {
  const row = { chat, role: 'assistant', scene: 'Logo sting' } as const;
  const ended = 1 + chat;
  return [
    ...Array.from({ length: ATTEMPTS }, (_, i): FaultRow => ({
      ...row,
      content: `Fixing ${row.scene}: ${knownError(0)}`,
      secondsAgo: ended + (ATTEMPTS - i) * SECONDS_BETWEEN,
    })),
    {
      ...row,
      content: chat % 2 === 0 ? `Circuit breaker open for ${row.scene}` : `${row.scene} still fails, giving up`,
      secondsAgo: ended,
    },
  ];
}

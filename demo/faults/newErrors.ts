import { ERRORS } from '../simulator/texts/errors';
import { type Fault } from './fault';
import { deleteFaultRows, insertFaultRows, type FaultRow } from './faultRows';

const ID = 'new-errors';

/** Repairs meet errors that no pattern knows; they mend them all the same. */
export const newErrors: Fault = {
  id: ID,
  title: 'errors appear that nobody has named',
  raises: [{ alert: 'ValidationNewErrorPattern', level: 'warning' }],
  async raise({ database }) {
    await database((client) => insertFaultRows(client, ID, ERRORS.Other.flatMap(repaired)));
    return `Inserted ${ERRORS.Other.length} repairs of errors that no pattern knows.`;
  },
  async clear({ database }) {
    const rows = await database((client) => deleteFaultRows(client, ID));
    return rows > 0 ? `Removed the ${rows} rows of the unknown errors.` : undefined;
  },
};

function repaired(error: string, chat: number): FaultRow[] {
  const row = { chat, role: 'assistant', scene: 'Ticker' } as const;
  return [
    { ...row, content: `Fixing ${row.scene}: ${error}`, secondsAgo: 11 + chat },
    { ...row, content: `✅ ${row.scene}: fixed issues`, secondsAgo: 1 + chat },
  ];
}

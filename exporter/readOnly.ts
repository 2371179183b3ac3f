import { type Client } from 'pg';

import { ConnectionError } from './errorReason';
import { type Row } from './values';

export interface Timeouts {
  /** How long one statement may run. */
  readonly statementMs: number;
  /** How long it may wait for a lock. */
  readonly lockMs: number;
}

/** Keeps every value as the text the server wrote: the driver's numbers would be rounded or strings, by type. */
const AS_TEXT = { getTypeParser: () => (text: string) => text };

/**
 * One transaction that can only read, sees one state of the tables and leaves no trace in the session: a pooler may give
 * each transaction another server connection. The simple protocol needs no prepared statements.
 * @throws ConnectionError when the session is of no more use, else what the server answered
 */
export async function readOnly(client: Client, sql: string, timeouts: Timeouts): Promise<Row[]> {
  try {
    await client.query(beginning(timeouts));
    const { rows } = await client.query<Row>({ text: sql, types: AS_TEXT });
    await client.query('COMMIT');
    return rows;
  } catch (error) {
    // A session that cannot roll back is of no use to the next source.
    await client.query('ROLLBACK').catch(() => {
      throw new ConnectionError('The connection was lost while a query ran.', { cause: error });
    });
    throw error;
  }
}

const beginning = ({ statementMs, lockMs }: Timeouts): string =>
  [
    'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY',
    `SET LOCAL statement_timeout = ${statementMs}`,
    `SET LOCAL lock_timeout = ${lockMs}`,
    // Were the exporter stopped by the kernel in between, its snapshot would hold back vacuum for ever.
    `SET LOCAL idle_in_transaction_session_timeout = ${statementMs}`,
    // Compiling costs more than these short statements gain.
    'SET LOCAL jit = off',
  ].join('; ');

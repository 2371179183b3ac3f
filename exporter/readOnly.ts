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

/** Runs one statement in the transaction. */
export type Read = (sql: string) => Promise<Row[]>;

/**
 * One statement in a transaction of its own that can only read.
 * @throws ConnectionError when the session is of no more use, else what the server answered
 */
export function readOnly(client: Client, sql: string, timeouts: Timeouts): Promise<Row[]> {
  return readOnlyTransaction(client, timeouts, (read) => read(sql));
}

/**
 * One transaction that can only read, sees one state of the tables and leaves no trace in the session: a pooler may give
 * each transaction another server connection. The simple protocol needs no prepared statements.
 * @throws ConnectionError when the session is of no more use, else what `work` threw
 */
export async function readOnlyTransaction<T>(
  client: Client,
  timeouts: Timeouts,
  work: (read: Read) => Promise<T>
): Promise<T> {
  try {
    await client.query(beginning(timeouts));
    const result = await work(async (sql) => (await client.query<Row>({ text: sql, types: AS_TEXT })).rows);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    // A session that cannot roll back is of no use to the next source.
    await client.query('ROLLBACK').catch(() => {
      throw new ConnectionError('The connection was lost while a query ran.', { cause: error });
    });
    throw error;
  }
}

const WORK_MEMORY = '32MB';

const beginning = ({ statementMs, lockMs }: Timeouts): string =>
  [
    'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY',
    `SET LOCAL statement_timeout = ${statementMs}`,
    `SET LOCAL lock_timeout = ${lockMs}`,
    // Were the exporter stopped by the kernel in between, its snapshot would hold back vacuum for ever.
    `SET LOCAL idle_in_transaction_session_timeout = ${statementMs}`,
    // What is sorted of a day fits into it; on disk it costs twice as much.
    `SET LOCAL work_mem = '${WORK_MEMORY}'`,
    // Compiling costs more than these short statements gain.
    'SET LOCAL jit = off',
  ].join('; ');

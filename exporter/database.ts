import { type Client } from 'pg';

import { type Clock } from './clock';
import { keepConnection, type ConnectionOptions } from './connection';
import { ConnectionError, SilenceError } from './errorReason';
import { type Row } from './values';

export interface Timeouts {
  /** How long one statement may run. */
  readonly statementMs: number;
  /** How long it may wait for a lock. */
  readonly lockMs: number;
}

export interface DatabaseOptions extends ConnectionOptions {
  readonly timeouts: Timeouts;
  readonly clock: Clock;
}

/** What a statement returned, when it began, and how long it took. */
export interface Answer {
  readonly rows: readonly Row[];
  /** By the exporter's clock, before the snapshot was taken: the age of the rows is never understated. */
  readonly at: number;
  readonly durationMs: number;
}

/** What the exporter asks of a database. */
export interface Database {
  /**
   * The answer to one statement, read in a transaction of its own; calls wait for each other.
   * @throws ConnectionError, SilenceError, or what the server answered
   */
  read(sql: string): Promise<Answer>;
  /** Calls `listener` each time the database can be reached again. */
  onOpen(listener: () => void): void;
  close(): Promise<void>;
}

/** The server gets so long to enforce its own timeout and to say so. */
const GRACE_MS = 2_000;

/** Keeps every value as the text the server wrote: the driver's numbers would be rounded or strings, by type. */
const AS_TEXT = { getTypeParser: () => (text: string) => text };

/** Opens the one connection that all sources share. */
export function openDatabase(options: DatabaseOptions): Database {
  const connection = keepConnection(options);
  let last: Promise<unknown> = Promise.resolve();

  async function readNow(sql: string): Promise<Answer> {
    const client = await connection.open();
    const at = options.clock();
    const deadline = options.timeouts.statementMs + GRACE_MS;
    try {
      const rows = await within(deadline, () => connection.drop(client), readOnly(client, sql, options.timeouts));
      connection.worked();
      return { rows, at, durationMs: options.clock() - at };
    } catch (error) {
      if (error instanceof ConnectionError) {
        connection.drop(client);
      }
      throw error;
    }
  }

  return {
    read(sql) {
      const turn = last.then(() => readNow(sql));
      last = turn.catch(() => undefined);
      return turn;
    },
    onOpen: connection.onOpen,
    close: connection.close,
  };
}

/**
 * One transaction that can only read, sees one state of the tables and leaves no trace in the session: a pooler may give
 * each transaction another server connection. The simple protocol needs no prepared statements.
 */
async function readOnly(client: Client, sql: string, timeouts: Timeouts): Promise<Row[]> {
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

/** Gives up on a server that does not even enforce its own timeout. */
async function within<T>(ms: number, giveUp: () => void, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new SilenceError(`The database said nothing for ${ms} ms.`));
      giveUp();
    }, ms);
  });
  try {
    return await Promise.race([work, silence]);
  } finally {
    clearTimeout(timer);
    work.catch(() => undefined);
  }
}

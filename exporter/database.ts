import { type Clock } from './clock';
import { keepConnection, type ConnectionOptions } from './connection';
import { ConnectionError, SilenceError } from './errorReason';
import { readOnly, type Timeouts } from './readOnly';
import { type Row } from './values';

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

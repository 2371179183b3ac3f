import { Socket } from 'node:net';
import { Client } from 'pg';

import { ConnectionError } from './errorReason';

export interface ConnectionOptions {
  /** `postgresql://…`; what it leaves out comes from the usual PG* variables. */
  readonly url: string;
  /** How long the server may take to accept a session. */
  readonly connectTimeoutMs: number;
  /** Pause before the first new attempt, doubled up to `maxMs` until a statement has succeeded. */
  readonly backoff: { readonly firstMs: number; readonly maxMs: number };
}

/** One connection to a database, opened anew in the background whenever it is lost. */
export interface Connection {
  /**
   * The open session; waits for an attempt under way, and fails at once between attempts.
   * @throws ConnectionError with the last attempt's error as cause
   */
  open(): Promise<Client>;
  /** The session did its work: the next loss starts with a new attempt at once. */
  worked(): void;
  /** Destroys a session that cannot be trusted any more, and opens another. */
  drop(client: Client): void;
  /** Calls `listener` each time a session has been opened. */
  onOpen(listener: () => void): void;
  close(): Promise<void>;
}

const GOODBYE_MS = 500;

/** A session and its socket: destroying the socket is the only way out of a server that hangs. */
interface Session {
  readonly client: Client;
  readonly socket: Socket;
}

/** Starts to connect at once. Nothing but `open` ever throws: a lost connection is an event, not an error. */
export function keepConnection({ url, connectTimeoutMs, backoff }: ConnectionOptions): Connection {
  const listeners: Array<() => void> = [];
  let session: Session | undefined;
  let attempt: Promise<Client> | undefined;
  let opening: Session | undefined;
  let lastError: ConnectionError | undefined;
  let losses = 0;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  async function connect(): Promise<Client> {
    try {
      // Throws by itself when the URL names a certificate that cannot be read.
      const next = (opening = newSession(url, connectTimeoutMs, () => lose(next)));
      await next.client.connect();
      session = next;
      return next.client;
    } catch (cause) {
      opening?.socket.destroy();
      throw (lastError = new ConnectionError('Connecting to the database failed.', { cause }));
    }
  }

  function start(): void {
    timer = undefined;
    attempt = connect().finally(() => (attempt = opening = undefined));
    // Whoever called open() gets the error; an attempt in the background has nobody to tell.
    attempt.then(() => listeners.forEach((listener) => listener()), later);
  }

  function later(): void {
    if (closed || timer !== undefined || attempt !== undefined) {
      return;
    }
    const wait = losses === 0 ? 0 : Math.min(backoff.firstMs * 2 ** (losses - 1), backoff.maxMs);
    losses += 1;
    timer = setTimeout(start, wait);
  }

  function lose(lost: Session): void {
    if (session !== lost) {
      return;
    }
    session = undefined;
    lastError = new ConnectionError('The connection to the database was lost.');
    lost.socket.destroy();
    later();
  }

  start();
  return {
    async open() {
      if (session) {
        return session.client;
      }
      if (attempt) {
        return attempt;
      }
      throw lastError ?? new ConnectionError('The connection to the database is closed.');
    },
    worked() {
      losses = 0;
    },
    drop(client) {
      if (session?.client === client) {
        lose(session);
      }
    },
    onOpen(listener) {
      listeners.push(listener);
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      opening?.socket.destroy();
      await attempt?.catch(() => undefined);
      const leaving = session;
      session = undefined;
      await goodbye(leaving);
    },
  };
}

function newSession(url: string, connectTimeoutMs: number, onLoss: () => void): Session {
  const socket = new Socket();
  const client = new Client({
    connectionString: url,
    stream: () => socket,
    connectionTimeoutMillis: connectTimeoutMs,
    keepAlive: true,
    fallback_application_name: 'genwatch-exporter',
  });
  client.on('error', onLoss);
  client.on('end', onLoss);
  return { client, socket };
}

/** Tells the server, but waits no longer than a hanging one deserves. */
async function goodbye(session: Session | undefined): Promise<void> {
  if (!session) {
    return;
  }
  const giveUp = setTimeout(() => session.socket.destroy(), GOODBYE_MS);
  await session.client.end().catch(() => undefined);
  clearTimeout(giveUp);
}

import { type Client } from 'pg';
import { type Logger } from 'pino';

import { keepConnection, type ConnectionOptions } from './connection';
import { errorForLog } from './errorForLog';

/** What a database tells by NOTIFY. */
export interface Changes {
  close(): Promise<void>;
}

interface ChangesOptions extends ConnectionOptions {
  readonly channels: readonly string[];
  readonly log: Logger;
  /** Called for each notification, and for every channel when there is a connection again: what was told meanwhile is lost. */
  readonly changed: (channel: string) => void;
}

/**
 * Listens on a connection of its own, opened anew when it is lost. It is a help and never a need: a server that refuses, such as
 * a replica, is left alone, and a pooler that drops notifications is not noticed.
 */
export function hearChanges({ channels, log, changed, ...options }: ChangesOptions): Changes {
  const connection = keepConnection(options);
  const heard = new WeakSet<Client>();
  let isFirst = true;

  async function listen(): Promise<void> {
    const client = await connection.open();
    if (heard.has(client)) {
      return;
    }
    heard.add(client);
    client.on('notification', ({ channel }) => changed(channel));
    try {
      await client.query(channels.map((channel) => `LISTEN ${client.escapeIdentifier(channel)}`).join('; '));
    } catch (error) {
      log.info({ error: errorForLog(error) }, 'the database tells no changes; every source keeps to its tier');
      await connection.close();
      return;
    }
    connection.worked();
    if (!isFirst) {
      channels.forEach(changed);
    }
    isFirst = false;
  }

  // A connection that is lost again meanwhile opens again, and listens then.
  connection.onOpen(() => void listen().catch(() => undefined));
  return { close: connection.close };
}

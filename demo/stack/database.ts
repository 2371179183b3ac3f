import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';

import { HISTORY_DAYS } from '../history/grid';
import { seedGenerations } from '../simulator/generation/seedGenerations';
import { type Progress } from '../simulator/inBatches';
import { seedHistory } from '../simulator/seed';
import { withoutPassword } from './overview';

/** On a terminal people watch; in a log the lines only have to show that it goes on. */
const progressEveryMs = (): number => (process.stdout.isTTY ? 2_000 : 10_000);

export interface DatabaseOptions {
  readonly url: string;
  readonly projectRoot: string;
  /** Make the roles too: only on a server of our own. */
  readonly ownServer: boolean;
  readonly progress: (line: string) => void;
  readonly signal: AbortSignal;
}

/**
 * Brings the schema and 30 days of history into the database, or what is missing of them.
 * @returns what was done, for people
 */
export async function prepareDatabase(options: DatabaseOptions): Promise<string> {
  const client = await connect(options.url);
  try {
    const scripts = ['schema', 'three-strikes', ...(options.ownServer ? ['review-role', 'read-only-role'] : [])];
    for (const name of scripts) {
      await runFile(client, join(options.projectRoot, 'sql', `${name}.sql`));
    }
    let told = Date.now();
    const seed = (what: string) => ({
      days: HISTORY_DAYS,
      onProgress: ({ from, to, reached }: Progress) => {
        options.signal.throwIfAborted();
        if (Date.now() - told >= progressEveryMs() && to > from) {
          told = Date.now();
          options.progress(`history of the ${what} ${Math.round((100 * (reached - from)) / (to - from))} %`);
        }
      },
    });
    const messages = await seedHistory(client, seed('messages'));
    const generations = await seedGenerations(client, seed('generations'));
    const written = `${messages.written.toLocaleString('en')} messages, ${generations.written.toLocaleString('en')} generations`;
    return messages.fresh ? `${written} of ${HISTORY_DAYS} days` : `history kept, ${written} added for the time since`;
  } finally {
    await client.end();
  }
}

/** The same server and database, as another role. */
export function urlAs(role: 'genwatch_reader' | 'genwatch_reviewer', url: string): string {
  const other = new URL(url);
  other.username = role;
  return other.href;
}

async function connect(url: string): Promise<Client> {
  try {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000, application_name: 'genwatch' });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(
      `Connecting to ${withoutPassword(url)} failed: ${reason}. Check the server, the name and the password in DATABASE_URL.`,
      { cause }
    );
  }
}

async function runFile(client: Client, file: string): Promise<void> {
  try {
    await client.query(readFileSync(file, 'utf8'));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`Running ${file} failed: ${reason}. The user of the database needs the right to create tables.`, {
      cause,
    });
  }
}

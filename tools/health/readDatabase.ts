import { Socket } from 'node:net';
import { Client } from 'pg';

import { ConnectionError, failureOf, SilenceError, type Failure } from '../../exporter/errorReason';
import { readOnlyTransaction, type Read, type Timeouts } from '../../exporter/readOnly';
import { exporterSql } from '../../exporter/render';
import { type TieredQuery } from '../../exporter/tieredQuery';
import { samplesOf, type Row } from '../../exporter/values';
import { type Reading } from './reading';

const CONNECT_TIMEOUT_MS = 5_000;
/** The server gets so long to enforce its own timeout and to say so. */
const GRACE_MS = 2_000;

/** The exporter's statements, all in one transaction. Never rejects. */
export async function readDatabase(
  url: string,
  queries: readonly TieredQuery[],
  timeouts: Timeouts
): Promise<Reading[]> {
  const answers = await readStatements(
    url,
    queries.map((query) => exporterSql(query, '0s')),
    timeouts
  );
  return queries.map((query, i): Reading => {
    const answer = answers[i] ?? { rows: [] };
    try {
      return { query, ...('rows' in answer ? { samples: samplesOf(query, answer.rows) } : answer) };
    } catch (error) {
      return { query, failure: failureOf(error) };
    }
  });
}

/** What one statement answered, or why it did not. */
export type Answered = { readonly rows: readonly Row[] } | { readonly failure: Failure };

/** Statements in one read-only transaction: one state of the tables, one `now()`. One answer each. Never rejects. */
export async function readStatements(
  url: string,
  statements: readonly string[],
  timeouts: Timeouts
): Promise<Answered[]> {
  const answers: Answered[] = [];
  try {
    await withSession(url, timeouts, (client) =>
      readOnlyTransaction(client, timeouts, async (read) => {
        for (const statement of statements) {
          answers.push(await readOne(statement, read));
        }
      })
    );
  } catch (error) {
    const failure = failureOf(error);
    answers.push(...statements.slice(answers.length).map(() => ({ failure })));
  }
  return answers;
}

/** A statement that fails takes only itself back. */
async function readOne(statement: string, read: Read): Promise<Answered> {
  await read('SAVEPOINT before_query');
  try {
    return { rows: await read(statement) };
  } catch (error) {
    await read('ROLLBACK TO SAVEPOINT before_query');
    return { failure: failureOf(error) };
  }
}

async function withSession(
  url: string,
  { statementMs }: Timeouts,
  work: (client: Client) => Promise<void>
): Promise<void> {
  const socket = new Socket();
  try {
    const client = await connected(url, socket);
    // A server that hangs does not even enforce its own timeout.
    socket.setTimeout(statementMs + GRACE_MS, () =>
      socket.destroy(new SilenceError(`The database said nothing for ${statementMs + GRACE_MS} ms.`))
    );
    await work(client);
    await client.end();
  } finally {
    socket.destroy();
  }
}

async function connected(url: string, socket: Socket): Promise<Client> {
  try {
    // Throws by itself when the URL names a certificate that cannot be read.
    const client = new Client({
      connectionString: url,
      stream: () => socket,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      fallback_application_name: 'genwatch-health',
    });
    // A connection that breaks also fails the statement that uses it.
    client.on('error', () => undefined);
    await client.connect();
    return client;
  } catch (cause) {
    throw new ConnectionError('Connecting to the database failed.', { cause });
  }
}

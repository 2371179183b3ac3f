import { Client, type FieldDef, type QueryConfig } from 'pg';

/** What a statement answered; values are the text that the server wrote, or nothing. */
export interface Rows {
  readonly columns: ReadonlyArray<Pick<FieldDef, 'name' | 'dataTypeID'>>;
  readonly values: ReadonlyArray<ReadonlyArray<string | null>>;
  /** There were more than `limit` rows; the rest was not read. */
  readonly cut: boolean;
}

interface Reading {
  readonly databaseUrl: string;
  readonly sql: string;
  readonly timeoutMs: number;
  readonly limit: number;
  /** Ends the statement in the database, too. */
  readonly signal: AbortSignal;
}

const CONNECT_TIMEOUT_MS = 5000;
const AS_TEXT = { getTypeParser: () => (text: string) => text };

/**
 * Reads rows with one statement of a page. Only what a cursor takes is run, so only SELECT, VALUES and WITH without changes;
 * the transaction is read-only besides, and the extended protocol takes no second statement behind a semicolon.
 * @throws Error with the server's words
 */
export async function readRows({ databaseUrl, sql, timeoutMs, limit, signal }: Reading): Promise<Rows> {
  signal.throwIfAborted();
  const client = new Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    application_name: 'genwatch-preview',
  });
  // A connection that is lost also rejects the query that waits for it.
  client.on('error', () => undefined);
  await client.connect();
  const cancel = (): void => void cancelStatement(client, databaseUrl);
  signal.addEventListener('abort', cancel);
  try {
    await client.query(
      [
        'BEGIN READ ONLY',
        `SET LOCAL statement_timeout = ${timeoutMs}`,
        `SET LOCAL idle_in_transaction_session_timeout = ${timeoutMs}`,
        // All rows are wanted, not the first ones soon.
        'SET LOCAL cursor_tuple_fraction = 1',
        'SET LOCAL jit = off',
      ].join('; ')
    );
    signal.throwIfAborted();
    await client.query(extended(`DECLARE rows NO SCROLL CURSOR FOR ${withoutEnd(sql)}`));
    const { fields, rows } = await client.query<Array<string | null>>({
      text: `FETCH ${limit + 1} FROM rows`,
      rowMode: 'array',
      types: AS_TEXT,
    });
    return { columns: fields, values: rows.slice(0, limit), cut: rows.length > limit };
  } finally {
    signal.removeEventListener('abort', cancel);
    // The connection is not used again: whatever a statement left in it is gone.
    await client.end().catch(() => undefined);
  }
}

/** The driver's types do not know this field. */
const extended = (text: string): QueryConfig & { readonly queryMode: 'extended' } => ({ text, queryMode: 'extended' });

const withoutEnd = (sql: string): string => sql.replace(/[\s;]+$/, '');

/** Closing the connection alone would let the statement go on in the database. */
async function cancelStatement(client: Client, databaseUrl: string): Promise<void> {
  const { processID } = client as Client & { readonly processID?: number };
  const other = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
  other.on('error', () => undefined);
  try {
    await other.connect();
    await other.query('SELECT pg_cancel_backend($1)', [processID]);
  } catch {
    // Its timeout ends it then.
  } finally {
    await other.end().catch(() => undefined);
  }
}

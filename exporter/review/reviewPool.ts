import { Pool, type PoolClient, type QueryConfig, type QueryResult, type QueryResultRow } from 'pg';

import { errorCode } from '../errorCode';
import { ConnectionError } from '../errorReason';
import { type Timeouts } from '../readOnly';

/** Runs one statement of a transaction. */
export type Run = <Row extends QueryResultRow>(sql: string, values?: readonly unknown[]) => Promise<QueryResult<Row>>;

/** The few connections of the role that writes verdicts: none of them is shared with what is read for metrics. */
export interface ReviewPool {
  /**
   * All of `work` or nothing.
   * @throws ConnectionError when the session was lost, else what the server answered
   */
  transaction<T>(timeouts: Timeouts, work: (run: Run) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

const MOST_CONNECTIONS = 3;
const CONNECT_MS = 3_000;
const IDLE_MS = 30_000;
/** The server gets so long to enforce its own timeout and to say so. */
const GRACE_MS = 1_000;
const GOODBYE_MS = 500;

export function openReviewPool(url: string): ReviewPool {
  const pool = new Pool({
    connectionString: url,
    max: MOST_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MS,
    idleTimeoutMillis: IDLE_MS,
    keepAlive: true,
    fallback_application_name: 'genwatch-exporter-reviews',
  });
  // One that is lost while idle is gone from the pool: the next transaction opens another.
  pool.on('error', ignore);

  return {
    async transaction(timeouts, work) {
      const client = await pool.connect().catch((cause: unknown) => {
        throw new ConnectionError('Connecting to the database failed.', { cause });
      });
      // One that is lost while in use fails the statement under way as well, which is where it is handled.
      client.on('error', ignore);
      const run = runner(client, timeouts.statementMs + GRACE_MS);
      let lost = false;
      try {
        await run(beginning(timeouts));
        const result = await work(run);
        await run('COMMIT');
        return result;
      } catch (error) {
        // Without a code it is not the server that spoke, so that there is nobody to roll back.
        lost = errorCode(error) === undefined || (await fails(run('ROLLBACK')));
        throw lost ? new ConnectionError('The connection was lost while it was in use.', { cause: error }) : error;
      } finally {
        client.off('error', ignore);
        client.release(lost);
      }
    },
    async close() {
      let giveUp: NodeJS.Timeout | undefined;
      await Promise.race([pool.end(), new Promise((resolve) => (giveUp = setTimeout(resolve, GOODBYE_MS)))]);
      clearTimeout(giveUp);
    },
  };
}

const ignore = () => undefined;

/** `query_timeout` is the driver's own clock, for a server that does not even enforce its timeouts. */
function runner(client: PoolClient, query_timeout: number): Run {
  return (sql, values = []) => {
    const query: QueryConfig & { readonly query_timeout: number } = { text: sql, values: [...values], query_timeout };
    return client.query(query);
  };
}

const fails = (work: Promise<unknown>): Promise<boolean> =>
  work.then(
    () => false,
    () => true
  );

/** Local to the transaction, so that a transaction pooler works. */
const beginning = ({ statementMs, lockMs }: Timeouts): string =>
  [
    'BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE',
    `SET LOCAL statement_timeout = ${statementMs}`,
    `SET LOCAL lock_timeout = ${lockMs}`,
    `SET LOCAL idle_in_transaction_session_timeout = ${statementMs}`,
  ].join('; ');

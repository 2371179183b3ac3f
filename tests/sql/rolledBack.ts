import { Client } from 'pg';

/**
 * Runs `work` on a connection of its own, in a transaction that is always rolled back: whatever it makes is gone
 * afterwards, so the suite may run on any database.
 */
export async function rolledBack<T>(work: (client: Client) => Promise<T>, timeZone = 'UTC'): Promise<T> {
  const connectionString = process.env.GENWATCH_TEST_DATABASE_URL;
  if (!connectionString) {
    throw new Error('No database to test on: run the suite with `npm run test:sql`, or set GENWATCH_TEST_DATABASE_URL');
  }
  const client = new Client({ connectionString });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query(`SELECT set_config('TimeZone', $1, true)`, [timeZone]);
    return await work(client);
  } finally {
    await client.query('ROLLBACK');
    await client.end();
  }
}

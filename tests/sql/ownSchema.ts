import { Client } from 'pg';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A connection to a schema of one test, which holds the demo's empty tables. */
export interface OwnSchema {
  readonly client: Client;
  /** Connects to the same schema. */
  readonly url: string;
}

/** Runs `work` in a schema of its own, for what needs transactions of its own; the schema is removed afterwards. */
export async function ownSchema<T>(name: string, work: (own: OwnSchema) => Promise<T>): Promise<T> {
  const connectionString = process.env.GENWATCH_TEST_DATABASE_URL;
  if (!connectionString) {
    throw new Error('No database to test on: run the suite with `npm run test:sql`, or set GENWATCH_TEST_DATABASE_URL');
  }
  const schema = `genwatch_${name}_${process.pid}`;
  const url = new URL(connectionString);
  url.searchParams.set('options', `-c search_path=${schema}`);
  const client = new Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query(`CREATE SCHEMA ${schema}`);
    await client.query(readFileSync(join(__dirname, '../../sql/schema.sql'), 'utf8'));
    return await work({ client, url: url.href });
  } finally {
    await client.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`);
    await client.end();
  }
}

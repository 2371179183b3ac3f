import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startPostgres } from '../../demo/servers/postgres';
import { testServer } from './testServer';

/** Before the first test of the suite: a PostgreSQL of its own, unless GENWATCH_TEST_DATABASE_URL names one. */
export default async function startServer(): Promise<void> {
  if (process.env.GENWATCH_TEST_DATABASE_URL) {
    return;
  }
  const dataDir = mkdtempSync(join(tmpdir(), 'genwatch-sql-'));
  const server = await startPostgres({ dataDir, durable: false, settings: { max_connections: '120' } });
  testServer.current = { server, dataDir };
  process.env.GENWATCH_TEST_DATABASE_URL = server.url;
}

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pino from 'pino';
import { Client } from 'pg';

import { startPostgres } from '../../demo/servers/postgres';
import { type RunningServer } from '../../demo/servers/runningServer';
import { until } from '../../demo/servers/until';
import { startExporter, type RunningExporter } from '../../exporter/exporter';
import { tieredQueries, type TieredQuery } from '../../exporter/tieredQuery';
import { buildCatalog } from '../../src/catalog/catalog';
import { DEFAULT_SETTINGS } from '../../src/catalog/settings/defaults';
import { SYSTEMS } from '../../src/catalog/systems';
import { exampleQuery } from '../../exporter/testing/exampleQuery';
import { readerOf } from './exporterReader';
import { findPgBouncer, startPgBouncer } from './pgbouncer';

// The first run may have to unpack PgBouncer.
jest.setTimeout(120_000);

const SQL = resolve(__dirname, '../../sql');
const dataDir = mkdtempSync(join(tmpdir(), 'genwatch-pooler-pg-'));
const exporters: RunningExporter[] = [];
const clients: Client[] = [];
let postgres: RunningServer;
let pooler: RunningServer | undefined;

beforeAll(async () => {
  const [found, server] = await Promise.all([findPgBouncer(), startPostgres({ dataDir, durable: false })]);
  postgres = server;
  const admin = await connected(postgres.url);
  for (const file of ['schema.sql', 'read-only-role.sql']) {
    await admin.query(readFileSync(join(SQL, file), 'utf8'));
  }
  await admin.query(`INSERT INTO messages (chat_id, role, content, scene_name)
    SELECT 'a', 'assistant', 'Fixing it', 'Intro' FROM generate_series(1, 4)`);
  pooler = found && (await startPgBouncer(found, Number(new URL(postgres.url).port)));
});

afterAll(async () => {
  await Promise.all(exporters.map((exporter) => exporter.stop()));
  await Promise.all(clients.map((client) => client.end()));
  await pooler?.stop();
  await postgres?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function connected(connectionString: string): Promise<Client> {
  const client = new Client({ connectionString });
  client.on('error', () => undefined);
  clients.push(client);
  await client.connect();
  return client;
}

const catalogQueries = tieredQueries(buildCatalog(SYSTEMS, DEFAULT_SETTINGS)).map((query): TieredQuery => ({
  ...query,
  tier: { ...query.tier, every: '0.2s' },
}));

async function started(queries: readonly TieredQuery[], databaseUrl: string) {
  const exporter = await startExporter({
    databaseUrl,
    queries,
    settle: '0s',
    listen: { host: '127.0.0.1', port: 0 },
    timeouts: { statementMs: 1_000, lockMs: 500 },
    version: 'test',
    log: pino({ enabled: false }),
  });
  exporters.push(exporter);
  return readerOf(exporter.url);
}

const soon = (what: string, condition: () => Promise<boolean>) => until(condition, { what, timeoutMs: 15_000 });

/** Loud where there is none: a silent skip would look like a proof. */
const throughPooler = (title: string, test: (url: string) => Promise<void>) =>
  it(title, async () => {
    if (!pooler) {
      process.stderr.write(
        `\nNOT PROVEN: ${title}. There is no PgBouncer on PATH, and this system has no packages to unpack one from.\n`
      );
      return;
    }
    await test(pooler.url);
  });

describe('the exporter through PgBouncer, which gives each transaction any server connection', () => {
  throughPooler('reads the whole catalog, beside another exporter on the same server connection', async (url) => {
    const [one, two] = await Promise.all([started(catalogQueries, url), started(catalogQueries, url)]);
    await soon('both are ready', async () => (await one.ready()) && (await two.ready()));
    // Those in seconds grow by themselves.
    const values = async (reader: typeof one) =>
      [...(await reader.scrape())].filter(([series]) => /^genwatch_validation_(?!.*_seconds)/.test(series));
    expect(await values(two)).toEqual(await values(one));
    expect(await one.value('genwatch_validation_chain_attempts_max{scene="named",window="24h"}')).toBe(4);
  });

  throughPooler('leaves nothing of its own to whoever gets the connection next', async (url) => {
    const client = await connected(url);
    const settings = async () =>
      (await client.query("SELECT name, setting FROM pg_settings WHERE name <> 'transaction_read_only' ORDER BY name"))
        .rows;
    const backend = async () => (await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')).rows[0]?.pid;
    const before = { settings: await settings(), backend: await backend() };
    const failing = exampleQuery({ sql: () => 'SELECT pg_sleep(30)', tier: { every: '0.2s' } });
    const exporter = await started([failing, ...catalogQueries], url);
    await soon('a statement timed out', async () => (await exporter.reason()) === 'timeout');
    await soon('the others are read', async () => {
      const series = await exporter.scrape();
      return catalogQueries.every(({ id }) => series.get(`genwatch_exporter_source_up{source="${id}"}`) === 1);
    });
    expect({ settings: await settings(), backend: await backend() }).toEqual(before);
  });

  throughPooler('finds its way back when the pooler closes all its connections', async (url) => {
    const exporter = await started(catalogQueries, url);
    await soon('it is ready', exporter.ready);
    const admin = clients[0];
    await admin?.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'genwatch_reader'");
    await admin?.query(
      `INSERT INTO messages (chat_id, role, content, scene_name) VALUES ('a', 'assistant', 'Fixing it', 'Intro')`
    );
    await soon(
      'the new row shows',
      async () => (await exporter.value('genwatch_validation_chain_attempts_max{scene="named",window="24h"}')) === 5
    );
  });
});

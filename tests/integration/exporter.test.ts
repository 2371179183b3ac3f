import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pino from 'pino';
import { Client } from 'pg';

import { freePort } from '../../demo/servers/port';
import { startPostgres } from '../../demo/servers/postgres';
import { type RunningServer } from '../../demo/servers/runningServer';
import { findTools } from '../../demo/servers/tools';
import { until } from '../../demo/servers/until';
import { startExporter, type ExporterOptions, type RunningExporter } from '../../exporter/exporter';
import { readOnly } from '../../exporter/readOnly';
import { exampleQuery, largest } from '../../exporter/testing/exampleQuery';
import { type TieredQuery } from '../../exporter/tieredQuery';
import { type Metric } from '../../src/catalog/kinds/metric';
import { readerOf, type ExporterReader } from './exporterReader';
import { startFrozenProxy, type FrozenProxy } from './frozenProxy';

// The first run may have to unpack promtool.
jest.setTimeout(60_000);

const ROOT = resolve(__dirname, '../..');
const FAST = { every: '0.2s' } as const;
const TIMEOUTS = { statementMs: 400, lockMs: 200 };

const folder = mkdtempSync(join(tmpdir(), 'genwatch-exporter-'));
const dataDir = mkdtempSync(join(tmpdir(), 'genwatch-exporter-pg-'));
let port: number;
let postgres: RunningServer;
let admin: Client;
let logged: Array<Record<string, unknown>>;
const running: RunningExporter[] = [];
const children: ChildProcess[] = [];
const proxies: FrozenProxy[] = [];

beforeAll(async () => {
  port = await freePort();
  postgres = await startPostgres({ dataDir, port, durable: false });
  admin = await connected();
  for (const file of ['schema.sql', 'read-only-role.sql']) {
    await admin.query(readFileSync(join(ROOT, 'sql', file), 'utf8'));
  }
});

beforeEach(async () => {
  logged = [];
  await admin.query(`DROP TABLE IF EXISTS orders, late; TRUNCATE messages;
    CREATE TABLE orders (state text, amount numeric, created_at timestamptz NOT NULL DEFAULT now());
    GRANT SELECT ON orders TO genwatch_reader`);
});

afterEach(async () => {
  await Promise.all(running.splice(0).map((exporter) => exporter.stop()));
  for (const child of children.splice(0)) {
    child.kill('SIGKILL');
    child.stdout?.destroy();
  }
  await Promise.all(proxies.splice(0).map((proxy) => proxy.close()));
});

afterAll(async () => {
  await admin?.end();
  await postgres?.stop();
  [folder, dataDir, `${dataDir}.log`].forEach((path) => rmSync(path, { recursive: true, force: true }));
});

async function connected(): Promise<Client> {
  const client = new Client({ connectionString: databaseUrl('genwatch') });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

async function frozenProxy(): Promise<FrozenProxy> {
  const proxy = await startFrozenProxy(port);
  proxies.push(proxy);
  return proxy;
}

const databaseUrl = (role: string, at = port) => `postgresql://${role}@127.0.0.1:${at}/genwatch`;

async function start(queries: readonly TieredQuery[], changes: Partial<ExporterOptions> = {}): Promise<ExporterReader> {
  const log = pino({ base: null }, { write: (line: string) => void logged.push(JSON.parse(line)) });
  const exporter = await startExporter({
    databaseUrl: databaseUrl('genwatch_reader'),
    queries,
    settle: '0s',
    listen: { host: '127.0.0.1', port: 0 },
    timeouts: TIMEOUTS,
    version: 'test',
    log,
    ...changes,
  });
  running.push(exporter);
  return readerOf(exporter.url);
}

const soon = (what: string, condition: () => Promise<boolean>) => until(condition, { what, timeoutMs: 10_000 });

const PAID = 'example_orders{state="paid"}';
const OPEN = 'example_orders{state="open"}';
const UP = 'genwatch_exporter_source_up{source="example.orders"}';
const AGE = 'genwatch_exporter_source_age_seconds{source="example.orders"}';

const orders = (changes: Parameters<typeof exampleQuery>[0] = {}) => exampleQuery({ tier: FAST, ...changes });

/** A source of its own metric over another table. */
function counting(id: string, table: string): TieredQuery {
  const metric: Metric = { ...largest, name: id.replace('.', '_') };
  return exampleQuery({
    id,
    columns: { count: 'integer' },
    sql: () => `SELECT count(*) AS count FROM ${table}`,
    tier: { ...FAST, feeds: { count: { metric, labels: {} } } },
  });
}

describe('the exporter on PostgreSQL', () => {
  it('serves explicit zeros for an empty table, no series for NULL, then what was inserted within the window', async () => {
    const exporter = await start([orders()]);
    await soon('the source is up', async () => (await exporter.value(UP)) === 1);
    const empty = await exporter.scrape();
    expect([empty.get(PAID), empty.get(OPEN), empty.has('example_order_largest')]).toEqual([0, 0, false]);

    await admin.query(
      `INSERT INTO orders VALUES ('paid', 12.5), ('paid', 7), ('open', NULL); INSERT INTO orders VALUES ('open', 99, now() - interval '25 hours')`
    );
    await soon('new rows show', async () => (await exporter.value(PAID)) === 2);
    expect([await exporter.value(OPEN), await exporter.value('example_order_largest')]).toEqual([1, 12.5]);
  });

  it('counts a row once it has settled, so that one which commits a moment late is not missed', async () => {
    await admin.query(`INSERT INTO orders VALUES ('paid', 1, now() - interval '10 seconds'), ('paid', 2, now())`);
    const exporter = await start([orders()], { settle: '2s' });
    await soon('the source is up', async () => (await exporter.value(UP)) === 1);
    expect(await exporter.value(PAID)).toBe(1);
    await soon('the second row has settled', async () => (await exporter.value(PAID)) === 2);
    const { rows } = await admin.query(`SELECT now() - max(created_at) >= interval '2 seconds' AS settled FROM orders`);
    expect(rows).toEqual([{ settled: true }]);
  });

  it('says the same in two replicas', async () => {
    await admin.query(`INSERT INTO orders VALUES ('paid', 12.5), ('open', 3)`);
    const replicas = await Promise.all([start([orders()]), start([orders()])]);
    const served = async (reader: (typeof replicas)[number]) =>
      [...(await reader.scrape())].filter(([series]) => series.startsWith('example_'));
    await soon('both are ready', async () =>
      (await Promise.all(replicas.map((reader) => reader.ready()))).every(Boolean)
    );
    const [one, two] = await Promise.all(replicas.map(served));
    expect(one).toEqual([
      [PAID, 1],
      [OPEN, 1],
      ['example_order_largest', 12.5],
    ]);
    expect(two).toEqual(one);
  });

  it('tells a missing table with its remedy, once, leaves other sources alone, and recovers when the table appears', async () => {
    const exporter = await start([orders(), counting('example.late', 'late')]);
    await soon('the table is missed', async () => (await exporter.reason('example.late')) === 'missing_table');
    await soon('the other source is up', async () => (await exporter.value(UP)) === 1);
    expect((await exporter.scrape()).has('example_late')).toBe(false);
    expect(await exporter.value('genwatch_exporter_source_up{source="example.late"}')).toBe(0);
    expect(await exporter.health('example.late')).toMatchObject({
      ageSeconds: null,
      failure: { code: '42P01', remedy: expect.stringContaining('Create it') },
    });
    expect(await exporter.get('/ready')).toMatchObject({
      status: 503,
      body: expect.stringContaining('example.late has not been read yet (missing_table): A table'),
    });

    await admin.query(
      'CREATE TABLE late (n int); INSERT INTO late VALUES (1); GRANT SELECT ON late TO genwatch_reader'
    );
    await soon('the source recovers', async () => (await exporter.value('example_late')) === 1);
    expect(await exporter.ready()).toBe(true);
    expect(logged.map(({ source, reason, msg }) => [source, reason, msg])).toEqual([
      ['example.late', 'missing_table', 'source cannot be read'],
      ['example.late', undefined, 'source is read again'],
    ]);
    expect(JSON.stringify(logged)).not.toContain('relation');
  });

  it.each([
    ['a missing column', 'missing_column', '42703', orders({ sql: () => 'SELECT nothing AS paid FROM orders' })],
    ['a table it may not read', 'permission', '42501', orders({ sql: () => 'SELECT rolpassword FROM pg_authid' })],
    ['a query that takes too long', 'timeout', '57014', orders({ sql: () => 'SELECT pg_sleep(30)' })],
    [
      'a query that does not return what it feeds',
      'missing_column',
      undefined,
      orders({ sql: () => 'SELECT 1 AS paid' }),
    ],
  ])('tells the reason for %s', async (_, reason, code, query) => {
    const exporter = await start([query]);
    await soon('the reason is told', async () => (await exporter.reason()) !== undefined);
    expect((await exporter.health())?.failure).toMatchObject({ reason, ...(code && { code }) });
  });

  it('tells that the database does not know its user', async () => {
    const exporter = await start([orders()], { databaseUrl: databaseUrl('nobody_known') });
    await soon('the reason is told', async () => (await exporter.reason()) === 'authentication');
  });

  it('cannot write, not even as superuser', async () => {
    const sql = () =>
      `WITH written AS (INSERT INTO orders VALUES ('paid') RETURNING 1) SELECT count(*) AS paid FROM written`;
    const exporter = await start([orders({ sql })], { databaseUrl: databaseUrl('genwatch') });
    await soon('the query is refused', async () => (await exporter.health())?.failure?.code === '25006');
    expect((await admin.query('SELECT FROM orders')).rowCount).toBe(0);
  });

  it('reads in one state of the tables, with its timeouts', async () => {
    const settings = `SELECT (current_setting('transaction_isolation') = 'repeatable read')::int AS paid,
      (current_setting('transaction_read_only') = 'on' AND current_setting('jit') = 'off')::int AS open,
      (SELECT sum(setting::int) FROM pg_settings WHERE name IN ('statement_timeout', 'lock_timeout')) AS largest`;
    const exporter = await start([orders({ sql: () => settings })]);
    await soon('the settings are read', async () => (await exporter.value(UP)) === 1);
    const seen = await exporter.scrape();
    expect([seen.get(PAID), seen.get(OPEN), seen.get('example_order_largest')]).toEqual([1, 1, 600]);
  });

  it.each([
    ['an answer', 'SELECT 1 AS paid'],
    ['an error', 'SELECT nothing FROM orders'],
    ['a timeout', 'SELECT pg_sleep(30)'],
  ])('leaves no trace in the session after %s, as a transaction pooler wants it', async (_, sql) => {
    const session = await connected();
    const state = async () => {
      const settings = await session.query('SELECT name, setting FROM pg_settings ORDER BY name');
      const prepared = await session.query('SELECT count(*)::int AS prepared FROM pg_prepared_statements');
      return [...settings.rows, ...prepared.rows];
    };
    const before = await state();
    await readOnly(session, sql, TIMEOUTS).catch(() => undefined);
    const after = await state();
    await session.end();
    expect(after).toEqual(before);
    expect(after.at(-1)).toEqual({ prepared: 0 });
  });

  it('goes on serving while a table is locked, with an age that grows, and is ready again afterwards', async () => {
    await admin.query(`INSERT INTO orders VALUES ('paid', 1)`);
    const exporter = await start([orders(), counting('example.messages', 'messages')]);
    await soon('the exporter is ready', exporter.ready);

    await admin.query('BEGIN; LOCK TABLE orders IN ACCESS EXCLUSIVE MODE');
    await soon('the lock is felt', async () => (await exporter.reason()) === 'timeout');
    const before = performance.now();
    const first = await exporter.scrape();
    expect(performance.now() - before).toBeLessThan(1000);
    expect([first.get(PAID), first.get(UP)]).toEqual([1, 0]);
    await soon('the age grows', async () => Number(await exporter.value(AGE)) > Number(first.get(AGE)) + 0.5);
    expect(await exporter.ready()).toBe(false);
    expect((await exporter.get('/ready')).body).toMatch(
      /example\.orders was read [\d.]+ s ago, more than .* \(timeout\)/
    );
    expect(await exporter.value('genwatch_exporter_source_up{source="example.messages"}')).toBe(1);

    await admin.query('ROLLBACK');
    await soon('the exporter is ready again', exporter.ready);
    expect(await exporter.value(UP)).toBe(1);
  });

  it('gives up on a server that hangs, and serves fresh values when it is back', async () => {
    const proxy = await frozenProxy();
    const exporter = await start([orders()], { databaseUrl: databaseUrl('genwatch_reader', proxy.port) });
    await soon('the exporter is ready', exporter.ready);
    proxy.freeze();
    await soon('the silence is noticed', async () => (await exporter.reason()) !== undefined);
    const before = performance.now();
    expect(await exporter.value(UP)).toBe(0);
    expect(performance.now() - before).toBeLessThan(1000);
    proxy.thaw();
    await soon(
      'values are fresh again',
      async () => (await exporter.value(UP)) === 1 && Number(await exporter.value(AGE)) < 1
    );
  });

  it('outlives a restart of the database: stale values with their age, then fresh ones; it can even start without one', async () => {
    await admin.query(`INSERT INTO orders VALUES ('paid', 1)`);
    const exporter = await start([orders()]);
    await soon('the exporter is ready', exporter.ready);

    await admin.end();
    await postgres.stop();
    await soon('the database is missed', async () => (await exporter.reason()) === 'unreachable');
    const down = await exporter.scrape();
    expect([down.get(PAID), down.get(UP)]).toEqual([1, 0]);
    await soon('the exporter is not ready', async () => !(await exporter.ready()));
    const early = await start([orders({ tier: { every: '1h' } })]);
    await soon('the other one misses the database too', async () => (await early.reason()) === 'unreachable');
    expect((await early.scrape()).has(PAID)).toBe(false);

    postgres = await startPostgres({ dataDir, port, durable: false });
    admin = await connected();
    await admin.query(`INSERT INTO orders VALUES ('paid', 2)`);
    await soon('values are fresh', async () => (await exporter.value(PAID)) === 2);
    expect([await exporter.value(UP), Number(await exporter.value(AGE)) < 5]).toEqual([1, true]);
    await soon('a source of a slow tier did not wait for its turn', early.ready);
  });
});

describe('the exporter as a process', () => {
  /** Lines it logged, and how it ended. */
  function run(env: Record<string, string>) {
    const child = spawn(process.execPath, ['--import', 'tsx', 'exporter/main.ts'], {
      cwd: ROOT,
      env: { PATH: process.env.PATH, GENWATCH_LISTEN: '127.0.0.1:0', ...env },
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    });
    children.push(child);
    let output = '';
    const { stdout } = child;
    if (!stdout) {
      throw new Error('The child has no standard output.');
    }
    stdout.setEncoding('utf8').on('data', (part: string) => (output += part));
    const exited = Promise.all([once(child, 'exit'), once(stdout, 'close')]).then(([[code]]) => code as number | null);
    const lines = () =>
      output
        .split('\n')
        .slice(0, -1)
        .map((line) => JSON.parse(line) as Record<string, unknown>);
    const url = async () => {
      await until(() => child.exitCode !== null || lines().some((line) => line.url !== undefined), {
        what: 'the exporter serves',
        timeoutMs: 20_000,
      });
      if (child.exitCode !== null) {
        throw new Error(`The exporter ended with code ${child.exitCode} before it served: ${output}`);
      }
      return String(lines().find((line) => line.url !== undefined)?.url);
    };
    return { child, exited, lines, url, output: () => output };
  }

  it('serves the catalog with the documented read-only role, passes promtool, and ends on SIGTERM', async () => {
    await admin.query(
      `INSERT INTO messages (chat_id, role, content, scene_name, created_at)
        SELECT 'a', 'assistant', 'Fixing it', 'Intro', now() - interval '1 minute' FROM generate_series(1, 4)`
    );
    const exporter = run({
      GENWATCH_DATABASE_URL: databaseUrl('genwatch_reader:pa55word'),
    });
    const reader = readerOf(await exporter.url());
    await soon('the exporter is ready', reader.ready);
    const series = await reader.scrape();
    expect(series.get('genwatch_validation_chains{outcome="open",window="24h"}')).toBe(1);
    expect(series.get('genwatch_validation_chains{outcome="fixed",window="24h"}')).toBe(0);
    expect(series.get('genwatch_validation_chain_attempts_max{scene="named",window="24h"}')).toBe(4);
    expect(series.get('genwatch_validation_chain_attempts_max{scene="unnamed",window="24h"}')).toBe(0);

    const metricsFile = join(folder, 'metrics.txt');
    writeFileSync(metricsFile, (await reader.get('/metrics')).body);
    const { promtool } = await findTools();
    expect(
      execFileSync('sh', ['-c', '"$0" check metrics < "$1" 2>&1', promtool.path, metricsFile], { encoding: 'utf8' })
    ).toBe('');

    const before = performance.now();
    exporter.child.kill('SIGTERM');
    expect(await exporter.exited).toBe(0);
    expect(performance.now() - before).toBeLessThan(2500);
    expect(exporter.output()).not.toContain('pa55word');
    expect(exporter.lines().at(-1)).toMatchObject({ msg: 'exporter is stopping', why: 'SIGTERM' });
  });

  it('ends when its parent is gone, even while the database hangs', async () => {
    const proxy = await frozenProxy();
    proxy.freeze();
    const exporter = run({ GENWATCH_DATABASE_URL: databaseUrl('genwatch_reader', proxy.port) });
    await exporter.url();
    exporter.child.disconnect();
    expect(await exporter.exited).toBe(0);
  });

  it('says everything that is wrong with its options and ends with code 1', async () => {
    const exporter = run({ GENWATCH_LISTEN: 'here', GENWATCH_LOG_LEVEL: 'loud' });
    expect(await exporter.exited).toBe(1);
    expect(exporter.lines().map(({ level, msg }) => [level, String(msg).split(' ')[0]])).toEqual([
      [60, 'GENWATCH_DATABASE_URL'],
      [60, 'GENWATCH_LISTEN'],
      [60, 'GENWATCH_LOG_LEVEL'],
    ]);
  });
});

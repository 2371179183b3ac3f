import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pino from 'pino';
import { Client } from 'pg';

import { freePort } from '../../demo/servers/port';
import { startPostgres } from '../../demo/servers/postgres';
import { postgresUser } from '../../demo/servers/postgresUser';
import { type ServerProcess } from '../../demo/servers/runningServer';
import { until } from '../../demo/servers/until';
import { startExporter, type RunningExporter } from '../../exporter/exporter';
import { TEST_CERTIFICATE } from '../../exporter/testing/certificate';
import { exampleQuery, largest } from '../../exporter/testing/exampleQuery';
import { type TieredQuery } from '../../exporter/tieredQuery';
import { SOURCE_ERRORS, type SourceError } from '../../src/catalog/systems/platform/sourceErrors';
import { readerOf, type ExporterReader } from './exporterReader';

jest.setTimeout(30_000);

const ROOT = resolve(__dirname, '../..');
const PASSWORD = 'pl4nted-pa55word';
/** What a user may have written anywhere; nothing of it may leave the database. */
const PLANTED = `Robert'); DROP TABLE scenes;-- <script>ann@example.org</script>`;
const TIMEOUTS = { statementMs: 600, lockMs: 400 };

const dataDir = mkdtempSync(join(tmpdir(), 'genwatch-states-pg-'));
const replicaDir = mkdtempSync(join(tmpdir(), 'genwatch-states-replica-'));
/** Everything that any exporter served or logged. */
let told = '';
let port: number;
let postgres: ServerProcess;
let replica: ServerProcess | undefined;
let admin: Client;
const running: RunningExporter[] = [];
const children: ChildProcess[] = [];

const databaseUrl = (at = port) => `postgresql://locked:${PASSWORD}@127.0.0.1:${at}/genwatch`;
const withTls = () => `${databaseUrl()}?sslmode=verify-full&sslrootcert=${join(dataDir, 'server.crt')}`;

beforeAll(async () => {
  port = await freePort();
  postgres = await startPostgres({ dataDir, port, durable: false });
  admin = await connected();
  await admin.query(`CREATE ROLE locked LOGIN PASSWORD '${PASSWORD}' IN ROLE pg_monitor;
    CREATE TABLE orders (state text, amount numeric, created_at timestamptz NOT NULL DEFAULT now());
    CREATE TABLE others (n int); GRANT SELECT ON orders, others TO locked`);
  writeOwned('cluster/pg_hba.conf', hbaBefore('host all locked 127.0.0.1/32 scram-sha-256'));
  writeOwned('server.crt', TEST_CERTIFICATE.cert);
  writeOwned('server.key', TEST_CERTIFICATE.key);
  await admin.query(`ALTER SYSTEM SET ssl_cert_file = '${join(dataDir, 'server.crt')}'`);
  await admin.query(`ALTER SYSTEM SET ssl_key_file = '${join(dataDir, 'server.key')}'`);
  await stopDatabase();
  execFileSync('cp', ['-a', `${dataDir}/cluster`, `${replicaDir}/cluster`]);
  await startDatabase();
});

beforeEach(async () => {
  await admin.query(
    `TRUNCATE orders, others; INSERT INTO orders VALUES ('paid', 12), ('${PLANTED.replace(/'/g, "''")}', 1)`
  );
});

afterEach(async () => {
  await Promise.all(running.splice(0).map((exporter) => exporter.stop()));
  children.splice(0).forEach((child) => child.kill('SIGKILL'));
});

afterAll(async () => {
  await admin?.end();
  await replica?.stop();
  await postgres?.stop();
  [dataDir, replicaDir].forEach((path) => rmSync(path, { recursive: true, force: true }));
});

const hbaBefore = (line: string) => `${line}\n${readFileSync(join(dataDir, 'cluster/pg_hba.conf'), 'utf8')}`;

/** A file that the server may read, and nobody else. */
function writeOwned(name: string, text: string): void {
  const path = join(dataDir, name);
  writeFileSync(path, `${text}\n`, { mode: 0o600 });
  const user = postgresUser();
  if (user) {
    chownSync(path, user.uid, user.gid);
  }
}

async function connected(at = port): Promise<Client> {
  const client = new Client({ connectionString: `postgresql://genwatch@127.0.0.1:${at}/genwatch` });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

async function startDatabase(): Promise<void> {
  postgres = await startPostgres({ dataDir, port, durable: false });
  admin = await connected();
}

async function stopDatabase(): Promise<void> {
  await admin.end();
  await postgres.stop();
}

const endSessions = () =>
  admin.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'locked'`);

const setSsl = async (value: 'on' | 'off') => {
  await admin.query(`ALTER SYSTEM SET ssl = ${value}`);
  await admin.query('SELECT pg_reload_conf()');
  await soon('the server took the setting', async () => {
    const client = await connected();
    const { rows } = await client.query<{ ssl: string }>('SHOW ssl');
    await client.end();
    return rows[0]?.ssl === value;
  });
};

const soon = (what: string, condition: () => Promise<boolean>) => until(condition, { what, timeoutMs: 12_000 });

/** Amount of the largest order, read often, or only once in the life of a test. */
const orders = (every: '0.2s' | '1h' = '0.2s', sql?: string): TieredQuery =>
  exampleQuery({ tier: { every }, ...(sql && { sql: () => sql }) });

/** A source over another table, which shows whether the others live on. */
const others: TieredQuery = exampleQuery({
  id: 'example.others',
  columns: { count: 'integer' },
  sql: () => 'SELECT count(*) AS count FROM others',
  tier: { every: '0.2s', feeds: { count: { metric: { ...largest, name: 'example_others' }, labels: {} } } },
});

async function start(queries: readonly TieredQuery[], url = databaseUrl()): Promise<ExporterReader> {
  const exporter = await startExporter({
    databaseUrl: url,
    queries,
    settle: '0s',
    listen: { host: '127.0.0.1', port: 0 },
    timeouts: TIMEOUTS,
    version: 'test',
    log: pino({ base: null }, { write: (line: string) => void (told += line) }),
  });
  running.push(exporter);
  return readerOf(exporter.url, (body) => (told += body));
}

const PAID = 'example_orders{state="paid"}';
const up = (source: string) => `genwatch_exporter_source_up{source="example.${source}"}`;
const age = (source: string) => `genwatch_exporter_source_age_seconds{source="example.${source}"}`;
const error = (reason: string) => `genwatch_exporter_source_error{source="example.orders",reason="${reason}"}`;

/** One state of a real server, and what an exporter has to say of it. */
interface State {
  readonly state: string;
  readonly reason: SourceError;
  readonly code?: string;
  readonly remedy: string;
  readonly enter: () => Promise<unknown>;
  readonly leave: () => Promise<unknown>;
  /** Where the state hits the one source, the others live on; else all wait for a connection. */
  readonly hits: 'one source' | 'the connection';
  readonly url?: () => string;
}

const STATES: readonly State[] = [
  {
    state: 'a missing table',
    reason: 'missing_table',
    code: '42P01',
    remedy: 'Create it, or set its real name',
    enter: () => admin.query('ALTER TABLE orders RENAME TO orders_of_old'),
    leave: () => admin.query('ALTER TABLE orders_of_old RENAME TO orders'),
    hits: 'one source',
  },
  {
    state: 'a missing column',
    reason: 'missing_column',
    code: '42703',
    remedy: 'Map it to the name your table uses',
    enter: () => admin.query('ALTER TABLE orders RENAME COLUMN amount TO total'),
    leave: () => admin.query('ALTER TABLE orders RENAME COLUMN total TO amount'),
    hits: 'one source',
  },
  {
    state: 'no permission',
    reason: 'permission',
    code: '42501',
    remedy: 'Grant SELECT',
    enter: () => admin.query('REVOKE SELECT ON orders FROM locked'),
    leave: () => admin.query('GRANT SELECT ON orders TO locked'),
    hits: 'one source',
  },
  {
    state: 'a statement timeout',
    reason: 'timeout',
    code: '57014',
    remedy: 'raise GENWATCH_STATEMENT_TIMEOUT',
    enter: () =>
      admin.query(`BEGIN; ALTER TABLE orders RENAME TO orders_of_old;
        CREATE VIEW orders AS SELECT orders_of_old.* FROM orders_of_old, LATERAL (SELECT pg_sleep(30)) AS slow;
        GRANT SELECT ON orders TO locked; COMMIT`),
    leave: () => admin.query('BEGIN; DROP VIEW orders; ALTER TABLE orders_of_old RENAME TO orders; COMMIT'),
    hits: 'one source',
  },
  {
    state: 'a value that a query cannot read',
    reason: 'other',
    code: '22P02',
    remedy: "under PostgreSQL's error codes",
    enter: () =>
      admin.query(`BEGIN; ALTER TABLE orders RENAME TO orders_of_old;
        CREATE VIEW orders AS SELECT state, CAST(state AS numeric) AS amount, created_at FROM orders_of_old;
        GRANT SELECT ON orders TO locked; COMMIT`),
    leave: () => admin.query('BEGIN; DROP VIEW orders; ALTER TABLE orders_of_old RENAME TO orders; COMMIT'),
    hits: 'one source',
  },
  {
    state: 'a wrong password',
    reason: 'authentication',
    code: '28P01',
    remedy: 'refuses the user, the password',
    enter: async () => {
      await admin.query(`ALTER ROLE locked PASSWORD 'another'`);
      await endSessions();
    },
    leave: () => admin.query(`ALTER ROLE locked PASSWORD '${PASSWORD}'`),
    hits: 'the connection',
  },
  {
    state: 'a connection limit',
    reason: 'connection_limit',
    code: '53300',
    remedy: 'raise CONNECTION LIMIT of the role',
    enter: async () => {
      await admin.query('ALTER ROLE locked CONNECTION LIMIT 0');
      await endSessions();
    },
    leave: () => admin.query('ALTER ROLE locked CONNECTION LIMIT -1'),
    hits: 'the connection',
  },
  {
    state: 'TLS refused',
    reason: 'tls',
    remedy: 'Turn ssl on at the server',
    url: withTls,
    enter: async () => {
      await setSsl('off');
      await endSessions();
    },
    leave: () => setSsl('on'),
    hits: 'the connection',
  },
  {
    state: 'a server that shuts down',
    reason: 'restarting',
    code: '57P03',
    remedy: 'Wait; if it lasts',
    enter: async () => {
      // A smart shutdown waits for the session of the test, and takes no other one meanwhile.
      process.kill(postgres.pid, 'SIGTERM');
      await soon('the server takes no sessions', () =>
        connected().then(
          () => false,
          () => true
        )
      );
      await endSessions();
    },
    leave: async () => {
      await admin.end();
      await postgres.exited;
      await startDatabase();
    },
    hits: 'the connection',
  },
  {
    state: 'a server that is gone',
    reason: 'unreachable',
    code: 'ECONNREFUSED',
    remedy: 'Check that it runs and accepts connections',
    enter: stopDatabase,
    leave: startDatabase,
    hits: 'the connection',
  },
];

describe('the exporter and one state of the server', () => {
  beforeAll(() => setSsl('on'));

  it.each(STATES.map((state) => [state.state, state] as const))('%s', async (_, { url, hits, ...state }) => {
    const exporter = await start([orders(), others], url?.());
    await soon('the exporter is ready', exporter.ready);
    expect(await exporter.value('example_order_largest')).toBe(12);

    await state.enter();
    // A connection that is cut has no code; the attempts to open another one have.
    await soon('reason and code are told', async () => {
      const { failure: told } = (await exporter.health()) ?? {};
      return told?.reason === state.reason && (state.code === undefined || told.code === state.code);
    });
    const { failure } = (await exporter.health()) ?? {};
    expect(failure).toMatchObject({
      ...(state.code && { code: state.code }),
      remedy: expect.stringContaining(state.remedy),
    });
    const broken = await exporter.scrape();
    expect(SOURCE_ERRORS.filter((reason) => broken.get(error(reason)) !== 0)).toEqual([state.reason]);
    expect([broken.get(error(state.reason)), broken.get(up('orders')), broken.get(PAID)]).toEqual([1, 0, 1]);

    // Started now, it knows nothing but the broken server, and its tier is far too slow to wait for.
    const late = await start([orders('1h')], url?.());
    await soon('the late one is told too', async () => (await late.reason()) === state.reason);
    expect((await late.scrape()).has(PAID)).toBe(false);

    if (hits === 'one source') {
      await admin.query('INSERT INTO others VALUES (1)');
      await soon('the other source is read on', async () => (await exporter.value('example_others')) === 1);
      const seen = await exporter.scrape();
      expect([seen.get(up('others')), Number(seen.get(age('orders'))) > Number(seen.get(age('others')))]).toEqual([
        1,
        true,
      ]);
    } else {
      expect([broken.get(up('others')), broken.get('example_others')]).toEqual([0, 0]);
    }

    await state.leave();
    await admin.query(`INSERT INTO orders VALUES ('paid', 99)`);
    await soon('values are fresh', async () => (await exporter.value('example_order_largest')) === 99);
    await soon('every source is up, and the reason is gone', async () => {
      const mended = await exporter.scrape();
      return mended.get(up('orders')) === 1 && mended.get(up('others')) === 1 && mended.get(error(state.reason)) === 0;
    });
    if (hits === 'the connection') {
      await soon('the slow tier did not wait for its turn', late.ready);
    }
  });

  it('was of every reason but those of a replica', () => {
    const reasons = new Set(STATES.map(({ reason }) => reason));
    expect(SOURCE_ERRORS.filter((reason) => !reasons.has(reason))).toEqual(['recovery_conflict']);
  });
});

describe('the exporter on a replica in recovery', () => {
  beforeAll(async () => {
    writeFileSync(join(replicaDir, 'cluster/standby.signal'), '');
    replica = await startPostgres({
      dataDir: replicaDir,
      durable: false,
      settings: {
        primary_conninfo: `host=127.0.0.1 port=${port} user=genwatch`,
        max_standby_streaming_delay: '0',
        wal_retrieve_retry_interval: '100ms',
      },
    });
  });

  const replicaUrl = () => databaseUrl(Number(new URL(replica?.url ?? '').port));

  it('reads what has been replayed', async () => {
    const exporter = await start(
      [orders('0.2s', `SELECT pg_is_in_recovery()::int AS paid, 0 AS open, max(amount) AS largest FROM orders`)],
      replicaUrl()
    );
    await soon('it is read', async () => (await exporter.value('example_order_largest')) === 12);
    expect(await exporter.value(PAID)).toBe(1);
    await admin.query(`INSERT INTO orders VALUES ('paid', 99)`);
    await soon('the new row has come', async () => (await exporter.value('example_order_largest')) === 99);
  });

  it('reads at the pace of its tiers where nobody may listen, and says so once', async () => {
    const listening = exampleQuery({ tier: { every: '0.2s', refreshOn: 'orders_changed' } });
    const exporter = await start([listening], replicaUrl());
    await soon('it says so', async () => told.includes('the database tells no changes'));
    await soon('it is read', exporter.ready);
    expect(told.split('the database tells no changes')).toHaveLength(2);
  });

  it('tells that the replica ended a query for what it replays, and reads on', async () => {
    const slow = orders(
      '0.2s',
      `SELECT 1 AS paid, 0 AS open, max(amount) AS largest FROM orders, (SELECT pg_sleep(0.4)) AS slow`
    );
    const exporter = await start([slow, others], replicaUrl());
    await soon('the exporter is ready', exporter.ready);
    await soon('a query is cancelled', async () => {
      await admin.query(`TRUNCATE orders; INSERT INTO orders VALUES ('paid', 7)`);
      return (await exporter.reason()) === 'recovery_conflict';
    });
    const { failure } = (await exporter.health()) ?? {};
    expect(failure).toMatchObject({ code: '40001', remedy: expect.stringContaining('hot_standby_feedback') });
    expect((await exporter.scrape()).get(error('recovery_conflict'))).toBe(1);
    await soon('it is read again', async () => (await exporter.value('example_order_largest')) === 7);
    expect(await exporter.value(up('others'))).toBe(1);
  });
});

describe('the exporter with a clock that is wrong', () => {
  /** Every way to ask for the time of day, an hour late, in a zone far away. */
  const WRONG_CLOCK = `const Real = Date; globalThis.Date = class extends Real {
    constructor(...args) { args.length === 0 ? super(Real.now() + 3600000) : super(...args); }
    static now() { return Real.now() + 3600000; }
  };`;

  it('says the same as one whose clock is right', async () => {
    for (const file of ['schema.sql', 'read-only-role.sql']) {
      await admin.query(readFileSync(join(ROOT, 'sql', file), 'utf8'));
    }
    await admin.query(`GRANT SELECT ON ALL TABLES IN SCHEMA public TO locked;
      INSERT INTO messages (chat_id, role, content, scene_name, created_at)
      SELECT 'a', 'assistant', 'Fixing it', 'Intro', now() - n * interval '25 minutes' FROM generate_series(1, 10) AS n`);
    const of = async (env: Record<string, string>, args: string[]) => {
      const child = spawn(process.execPath, [...args, '--import', 'tsx', 'exporter/main.ts'], {
        cwd: ROOT,
        env: { PATH: process.env.PATH, GENWATCH_LISTEN: '127.0.0.1:0', GENWATCH_DATABASE_URL: databaseUrl(), ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      children.push(child);
      let output = '';
      child.stderr?.setEncoding('utf8').on('data', (part: string) => (told += part));
      child.stdout?.setEncoding('utf8').on('data', (part: string) => {
        told += part;
        output += part;
      });
      await until(() => child.exitCode !== null || output.includes('"url"'), { what: 'it serves', timeoutMs: 20_000 });
      const { time, url } = JSON.parse(output.split('\n').find((line) => line.includes('"url"')) ?? '{}') as {
        time: string;
        url: string;
      };
      return { time: Date.parse(time), reader: readerOf(url, (body) => (told += body)) };
    };
    const [right, wrong] = await Promise.all([
      of({}, []),
      of({ TZ: 'Pacific/Kiritimati' }, ['--import', `data:text/javascript,${encodeURIComponent(WRONG_CLOCK)}`]),
    ]);
    // It does believe in another time.
    expect(wrong.time - right.time).toBeGreaterThan(3_000_000);
    await soon('both are ready', async () => (await right.reader.ready()) && (await wrong.reader.ready()));
    // Those in seconds grow by themselves.
    const values = async (reader: ExporterReader) =>
      [...(await reader.scrape())].filter(([series]) =>
        /^genwatch_(validation|generation)_(?!.*_seconds)/.test(series)
      );
    expect(await values(wrong.reader)).toEqual(await values(right.reader));
    expect(await wrong.reader.value('genwatch_validation_events{event="attempt",window="1h"}')).toBe(2);
    const ages = [...(await wrong.reader.scrape())].filter(([series]) => series.includes('source_age'));
    expect(ages.every(([, value]) => value >= 0 && value < 30)).toBe(true);
    const [child] = children;
    child?.kill('SIGTERM');
    await (child && once(child, 'exit'));
  });
});

describe('all that was served and logged', () => {
  it('holds no secret, and no word of a user or of an answer of the database', () => {
    expect(told.length).toBeGreaterThan(10_000);
    expect(told).toContain('source cannot be read');
    for (const secret of [PASSWORD, 'ann@example.org', 'DROP TABLE', '<script>', 'relation', 'invalid input']) {
      expect(told).not.toContain(secret);
    }
  });
});

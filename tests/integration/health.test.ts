import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { Client } from 'pg';
import pino from 'pino';

import { startAlertmanager } from '../../demo/servers/alertmanager';
import { startPostgres } from '../../demo/servers/postgres';
import { type RunningServer } from '../../demo/servers/runningServer';
import { findTools } from '../../demo/servers/tools';
import { until } from '../../demo/servers/until';
import { startExporter } from '../../exporter/exporter';
import { tieredQueries } from '../../exporter/tieredQuery';
import { buildCatalog } from '../../src/catalog/catalog';
import { alertLabels } from '../../src/catalog/kinds/alert';
import { DEFAULT_SETTINGS } from '../../src/catalog/settings/defaults';
import { SYSTEMS } from '../../src/catalog/systems';
import { type Report } from '../../tools/health/report';
import { emitAlertmanager } from '../../tools/generate/alertmanager/emitAlertmanager';
import { startFrozenProxy } from './frozenProxy';
import { startReceivingServer } from './receivingServer';

// The first run may have to unpack the programs.
jest.setTimeout(120_000);

const ROOT = resolve(__dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'genwatch-health-'));
const dataDir = mkdtempSync(join(tmpdir(), 'genwatch-health-pg-'));
const catalog = buildCatalog(SYSTEMS, DEFAULT_SETTINGS);
let postgres: RunningServer & { readonly url: string };
let admin: Client;

beforeAll(async () => {
  postgres = await startPostgres({ dataDir, durable: false });
  admin = new Client({ connectionString: postgres.url });
  await admin.connect();
});

beforeEach(async () => {
  await admin.query('DROP TABLE IF EXISTS messages');
  for (const file of ['schema.sql', 'read-only-role.sql']) {
    await admin.query(readFileSync(join(ROOT, 'sql', file), 'utf8'));
  }
});

afterAll(async () => {
  await admin?.end();
  await postgres?.stop();
  [folder, dataDir, `${dataDir}.log`].forEach((path) => rmSync(path, { recursive: true, force: true }));
});

const urlOf = (role = 'genwatch_reader') => postgres.url.replace('//genwatch@', `//${role}@`);

/** Chains that ended in the last hours, one chat each, of `attempts` attempts. */
async function chains(outcome: 'fixed' | 'gave_up', count: number, attempts = 1): Promise<void> {
  const end = outcome === 'fixed' ? 'Fixed issues in the scene' : 'Giving up on the scene';
  await admin.query(
    `INSERT INTO messages (chat_id, role, content, scene_name, created_at)
     SELECT $1 || chat, 'assistant', CASE WHEN step > $3::int THEN $4 ELSE 'Fixing the secret-scene' END, 'secret-scene',
       now() - interval '2 hours' + step * interval '1 minute'
     FROM generate_series(1, $2::int) AS chat, generate_series(1, $3::int + 1) AS step`,
    [`${outcome}-${attempts}-`, count, attempts, end]
  );
}

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function started(words: readonly string[], env: Record<string, string> = { GENWATCH_DATABASE_URL: urlOf() }) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'tools/cli/main.ts', 'health', ...words], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (part: string) => (said.out += part));
  child.stderr.setEncoding('utf8').on('data', (part: string) => (said.err += part));
  const ended = Promise.all([once(child, 'exit'), once(child.stdout, 'close'), once(child.stderr, 'close')]).then(
    ([[code]]): Ended => ({ code: code as number | null, ...said })
  );
  return { child, said, ended };
}

const health = (words: readonly string[], env?: Record<string, string>) => started(words, env).ended;

async function reported(env?: Record<string, string>): Promise<Report & { readonly code: number | null }> {
  const { code, out } = await health(['validation', '--json'], env);
  return { ...(JSON.parse(out) as Report), code };
}

const rateOf = (report: Report) => report.checks.find(({ threshold }) => threshold === 'validation.success_rate');

describe('genwatch health', () => {
  it('finds good chains healthy, and tells so to people', async () => {
    await chains('fixed', 5);
    await chains('gave_up', 1);
    const { code, out, err } = await health(['validation']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/validation +Success rate.* 83\.3333 % +healthy +warning < 80 % +\+3\.3333 %\n/);
    expect(out).toContain('HEALTHY: ');
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(out).not.toContain(String.fromCharCode(27));
  });

  it('warns, and finds the same rate as the exporter', async () => {
    await chains('fixed', 7);
    await chains('gave_up', 4);
    const report = await reported();
    expect(report).toMatchObject({ code: 1, exitCode: 1, verdict: 'warning' });

    const exporter = await startExporter({
      databaseUrl: urlOf(),
      queries: tieredQueries(catalog),
      settle: '0s',
      listen: { host: '127.0.0.1', port: 0 },
      timeouts: { statementMs: 5_000, lockMs: 1_000 },
      version: 'test',
      log: pino({ enabled: false }),
    });
    try {
      const ready = async () => (await fetch(`${exporter.url}/ready`)).ok;
      await until(ready, { what: 'the exporter is ready', timeoutMs: 15_000 });
      const text = await (await fetch(`${exporter.url}/metrics`)).text();
      const count = (outcome: string) =>
        Number(new RegExp(`chains\\{outcome="${outcome}",window="24h"\\} (\\d+)`).exec(text)?.[1]);
      const rate = count('fixed') / (count('fixed') + count('gave_up') + count('abandoned'));
      expect(rateOf(report)).toMatchObject({ status: 'warning', value: Number((rate * 100).toFixed(4)) });
    } finally {
      await exporter.stop();
    }
  });

  it('finds a chain past the limit critical, without telling whose it is', async () => {
    await chains('fixed', 10);
    await chains('fixed', 1, 4);
    const { code, out } = await health(['validation', '--json']);
    expect(code).toBe(2);
    expect(out).toContain('"validation.attempt_limit"');
    expect(out).not.toContain('secret-scene');
  });

  it('takes idle for no data: neither unhealthy nor 100 %', async () => {
    const report = await reported();
    expect([report.code, rateOf(report)?.status, rateOf(report)?.value]).toEqual([0, 'no data', null]);
  });

  it.each<[string, () => Promise<unknown>, () => string, object]>([
    ['a table is missing', () => admin.query('DROP TABLE messages'), urlOf, { reason: 'missing_table', code: '42P01' }],
    [
      'a column is missing',
      () => admin.query('ALTER TABLE messages DROP COLUMN scene_name'),
      urlOf,
      { reason: 'missing_column', code: '42703' },
    ],
    [
      'the table may not be read',
      () => admin.query('REVOKE SELECT ON messages FROM genwatch_reader'),
      urlOf,
      { reason: 'permission', code: '42501' },
    ],
    ['the role is not known', async () => undefined, () => urlOf('nobody:s3cret'), { reason: 'authentication' }],
    [
      'nothing listens',
      async () => undefined,
      () => 'postgresql://me:s3cret@127.0.0.1:1/genwatch',
      { reason: 'unreachable', code: 'ECONNREFUSED' },
    ],
  ])('cannot tell when %s, says why and what to do, and no secret', async (_, spoil, url, failure) => {
    await spoil();
    const { code, out, err } = await health(['validation', '--json'], { GENWATCH_DATABASE_URL: url() });
    const report = JSON.parse(out) as Report;
    expect([code, report.verdict, rateOf(report)?.status]).toEqual([3, 'unknown', 'unknown']);
    expect(report.failures[0]).toMatchObject({ ...failure, remedy: expect.stringMatching(/\w+ .*\.$/) });
    expect(out + err).not.toContain('s3cret');
  });

  it('cannot tell with a wrong password', async () => {
    const hba = join(dataDir, 'pg_hba.conf');
    const found = await admin.query<{ hba_file: string }>('SHOW hba_file');
    const file = found.rows[0]?.hba_file ?? hba;
    const trusting = readFileSync(file, 'utf8');
    await admin.query(`DROP ROLE IF EXISTS locked; CREATE ROLE locked LOGIN PASSWORD 'right'`);
    try {
      writeFileSync(file, `host all locked 127.0.0.1/32 scram-sha-256\n${trusting}`);
      await admin.query('SELECT pg_reload_conf()');
      const { code, out, err } = await health(['validation'], { GENWATCH_DATABASE_URL: urlOf('locked:wr0ng') });
      expect(code).toBe(3);
      expect(out.replace(/\s+/g, ' ')).toContain('Cannot tell (authentication, 28P01)');
      expect(out + err).not.toContain('wr0ng');
    } finally {
      writeFileSync(file, trusting);
      await admin.query('SELECT pg_reload_conf()');
    }
  });

  it('cannot tell while the database hangs, and does not hang itself', async () => {
    const proxy = await startFrozenProxy(Number(new URL(postgres.url).port));
    try {
      proxy.freeze();
      const report = await reported({
        GENWATCH_DATABASE_URL: `postgresql://genwatch_reader@127.0.0.1:${proxy.port}/genwatch`,
      });
      expect([report.code, report.verdict]).toEqual([3, 'unknown']);
    } finally {
      await proxy.close();
    }
  });

  it('cannot tell when it is not told which database, also as JSON', async () => {
    const { code, out } = await health(['--json', '--database-url-file', join(folder, 'nothing-here')], {});
    expect(code).toBe(3);
    expect(JSON.parse(out)).toMatchObject({ exitCode: 3, database: null, failures: [{ source: 'health' }] });
  });

  it('watches, says one line while nothing changes, and ends on SIGTERM with its last exit code', async () => {
    const { child, said, ended } = started(['validation', '--watch', '5']);
    await until(() => said.out.includes('unchanged: '), { what: 'the second round is told', timeoutMs: 40_000 });
    await chains('gave_up', 6);
    await until(() => said.out.includes('CRITICAL: '), { what: 'the change is told', timeoutMs: 40_000 });
    child.kill('SIGTERM');
    const { code, out } = await ended;
    expect(code).toBe(2);
    expect(out.split('\n').filter((line) => line.startsWith('System '))).toHaveLength(2);
  });
});

describe('genwatch health --notify', () => {
  it('reaches Alertmanager under its own name, is inhibited beside the rule, and resolves', async () => {
    const receiver = await startReceivingServer();
    const settings = {
      ...DEFAULT_SETTINGS,
      delivery: { groupWait: '1s', groupInterval: '2s', repeatInterval: '4h' },
      receivers: { console: receiver.url },
    } as const;
    emitAlertmanager(buildCatalog(SYSTEMS, settings)).forEach((text, path) => {
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, basename(path)), text);
    });
    const alertmanager = await startAlertmanager({
      binary: (await findTools()).alertmanager.path,
      configFile: join(folder, 'alertmanager.yml'),
      dataDir: join(folder, 'alertmanager'),
    });
    const config = join(folder, 'genwatch.config.yaml');
    writeFileSync(config, `targets:\n  alertmanager: ['${new URL(alertmanager.url).host}']\n`);
    const check = () => health(['validation', '--notify', '--config', config]);
    const known = async () =>
      (await (await fetch(`${alertmanager.url}/api/v2/alerts`)).json()) as Array<{
        labels: Record<string, string>;
        status: { inhibitedBy: string[]; state: string };
      }>;
    const own = async () => (await known()).filter(({ labels }) => labels.alertname === 'GenwatchHealthCheck');
    try {
      await chains('gave_up', 6);
      expect(await check()).toMatchObject({ code: 2, err: '' });
      expect((await own()).map(({ labels }) => labels)).toEqual([
        {
          alertname: 'GenwatchHealthCheck',
          severity: 'info',
          system: 'validation',
          component: 'repair',
          rule: 'validation.success_rate',
        },
      ]);
      await until(() => JSON.stringify(receiver.received).includes('GenwatchHealthCheck'), {
        what: 'the health check is delivered while no rule fires',
        timeoutMs: 15_000,
      });

      const [alert] = catalog.systems.flatMap(({ alerts }) => alerts).filter(({ name }) => /SuccessRateLow/.test(name));
      if (!alert) {
        throw new Error('The catalog has no alert on the success rate');
      }
      const rule = { alertname: alert.name, ...alertLabels('validation', alert, 'critical', settings) };
      await fetch(`${alertmanager.url}/api/v2/alerts`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify([{ labels: rule }]),
      });
      await until(async () => (await own())[0]?.status.state === 'suppressed', {
        what: 'the rule inhibits the health check',
        timeoutMs: 15_000,
      });
      const paged = (await known()).find(({ labels }) => labels.alertname === alert.name);
      expect(paged?.status.inhibitedBy).toEqual([]);

      await admin.query('TRUNCATE messages');
      expect(await check()).toMatchObject({ code: 0, err: '' });
      await until(async () => (await own()).length === 0, { what: 'the health check is resolved', timeoutMs: 15_000 });
    } finally {
      await alertmanager.stop();
      await receiver.close();
    }
    const unheard = await check();
    expect(unheard.code).toBe(3);
    expect(unheard.err).toContain('was not told (ECONNREFUSED)');
  });
});

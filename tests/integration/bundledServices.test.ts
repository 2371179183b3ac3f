import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Client } from 'pg';

import { answersOk } from '../../demo/servers/answersOk';
import { freePort } from '../../demo/servers/port';
import { startPostgres } from '../../demo/servers/postgres';
import { startProcess } from '../../demo/servers/process';
import { type RunningServer } from '../../demo/servers/runningServer';
import { until } from '../../demo/servers/until';
import { readerOf } from './exporterReader';

const ROOT = resolve(__dirname, '../..');

/** The files that the images of docker-compose.yaml hold, run as there: by Node alone, with no packages in reach. */
describe('the bundled services', () => {
  const folder = mkdtempSync(join(tmpdir(), 'genwatch-services-'));
  const dataDir = mkdtempSync(join(tmpdir(), 'genwatch-services-pg-'));
  const running: RunningServer[] = [];
  let databaseUrl: string;

  beforeAll(async () => {
    execFileSync('npm', ['run', '--silent', 'bundle'], { cwd: ROOT });
    cpSync(join(ROOT, 'artifacts', 'services'), folder, { recursive: true });
    const postgres = await startPostgres({ dataDir, durable: false });
    running.push(postgres);
    databaseUrl = postgres.url;
    const client = new Client({ connectionString: databaseUrl });
    await client.connect();
    for (const file of ['schema.sql', 'read-only-role.sql']) {
      await client.query(readFileSync(join(ROOT, 'sql', file), 'utf8'));
    }
    await client.end();
  });

  afterAll(async () => {
    await Promise.all(running.splice(1).map((server) => server.stop()));
    await running[0]?.stop();
    [folder, dataDir, `${dataDir}.log`].forEach((path) => rmSync(path, { recursive: true, force: true }));
  });

  async function run(file: string, env: Readonly<Record<string, string>>): Promise<string> {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const server = await startProcess({
      name: file,
      url,
      command: process.execPath,
      args: [join(folder, file)],
      cwd: folder,
      env: { PATH: process.env.PATH, ...env, GENWATCH_LISTEN: `127.0.0.1:${port}` },
      logFile: join(folder, `${file.replaceAll('/', '-')}.log`),
      ready: () => answersOk(`${url}/ready`),
    });
    running.push(server);
    return url;
  }

  it('write a history when asked, and count it', async () => {
    await run('demo/simulator/main.js', { GENWATCH_DATABASE_URL: databaseUrl, GENWATCH_HISTORY_DAYS: '1' });
    const reader = new URL(databaseUrl);
    reader.username = 'genwatch_reader';
    const exporter = readerOf(await run('exporter/main.js', { GENWATCH_DATABASE_URL: reader.href }));
    await until(
      async () => ((await exporter.value('genwatch_validation_chains{outcome="fixed",window="24h"}')) ?? 0) > 0,
      {
        what: 'the exporter has counted the repairs of the history',
        timeoutMs: 30_000,
      }
    );
    expect((await exporter.get('/health')).status).toBe(200);
  });

  it('show runbooks from the folder that the image has', async () => {
    const url = await run('console/main.js', { GENWATCH_RUNBOOKS: join(ROOT, 'docs', 'runbooks') });
    const page = await fetch(`${url}/runbooks/ValidationAttemptLimit.md`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('ValidationAttemptLimit');
  });
});

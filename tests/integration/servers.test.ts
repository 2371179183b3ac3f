import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';

import { startAlertmanager } from '../../demo/servers/alertmanager';
import { commandLine } from '../../demo/servers/commandLine';
import { privateFolder } from '../../demo/servers/dataFolder';
import { startPostgres } from '../../demo/servers/postgres';
import { startPrometheus } from '../../demo/servers/prometheus';
import { type ServerProcess } from '../../demo/servers/runningServer';
import { findTools } from '../../demo/servers/tools';

// The first run may have to download and unpack the programs.
jest.setTimeout(180_000);

let folder: string;
const running: ServerProcess[] = [];
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'genwatch-servers-'))));
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.stop()));
  rmSync(folder, { recursive: true, force: true });
});

async function started(server: Promise<ServerProcess>): Promise<ServerProcess> {
  running.push(await server);
  return server;
}

async function ask<T>(url: string, sql: string): Promise<T[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<T & object>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('PostgreSQL', () => {
  it('speaks UTF-8 and UTC, on loopback only', async () => {
    const { url } = await started(startPostgres({ dataDir: folder, durable: false }));
    expect(
      await ask(
        url,
        `SELECT current_user AS user, current_database() AS database, lower('ÄÖ') AS lower,
          current_setting('server_encoding') AS encoding, current_setting('timezone') AS zone,
          current_setting('listen_addresses') AS listen, current_setting('unix_socket_directories') AS sockets`
      )
    ).toEqual([
      {
        user: 'genwatch',
        database: 'genwatch',
        lower: 'äö',
        encoding: 'UTF8',
        zone: 'UTC',
        listen: '127.0.0.1',
        sockets: '',
      },
    ]);
  });

  it('keeps its data over an orderly stop and over a crash', async () => {
    const first = await started(startPostgres({ dataDir: folder }));
    await ask(first.url, 'CREATE TABLE kept (n int); INSERT INTO kept VALUES (1)');
    await first.stop();
    expect(commandLine(first.pid)).toBeUndefined();

    const second = await started(startPostgres({ dataDir: folder }));
    await ask(second.url, 'INSERT INTO kept VALUES (2)');
    // The whole group, as when the machine fails: the lock stays behind.
    process.kill(-second.pid, 'SIGKILL');
    await second.exited;
    expect(readdirSync(join(folder, 'cluster'))).toContain('postmaster.pid');

    const third = await started(startPostgres({ dataDir: folder }));
    expect(await ask(third.url, 'SELECT n FROM kept ORDER BY n')).toEqual([{ n: 1 }, { n: 2 }]);
  });

  it('starts where the lock of a dead server names a process of somebody else', async () => {
    const first = await started(startPostgres({ dataDir: folder, durable: false }));
    await first.stop();
    writeFileSync(join(folder, 'cluster', 'postmaster.pid'), `${process.pid}\n${folder}/cluster\n`, { mode: 0o644 });
    const second = await started(startPostgres({ dataDir: folder, durable: false }));
    expect(await ask(second.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('is not started twice on the same data', async () => {
    const { pid } = await started(startPostgres({ dataDir: folder, durable: false }));
    await expect(startPostgres({ dataDir: folder, durable: false })).rejects.toThrow(`(process ${pid})`);
  });

  it('begins anew where making the cluster was interrupted', async () => {
    mkdirSync(join(folder, 'cluster.unfinished'));
    writeFileSync(join(folder, 'cluster.unfinished', 'PG_VERSION'), '18');
    const { url } = await started(startPostgres({ dataDir: folder, durable: false }));
    expect(await ask(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('stops at once with clients still connected', async () => {
    const server = await started(startPostgres({ dataDir: folder, durable: false }));
    const client = new Client({ connectionString: server.url });
    const lost = new Promise((resolve) => client.on('error', resolve));
    await client.connect();
    await server.stop();
    await lost;
    expect(await server.exited).toEqual({ code: 0, signal: null });
  });
});

describe('the programs of Prometheus and Alertmanager', () => {
  it('come from the packages of the distribution without root, and run from there', async () => {
    if (process.platform !== 'linux') {
      return;
    }
    const tools = await findTools({ private: true });
    for (const tool of Object.values(tools)) {
      expect(tool.path).toContain(join(privateFolder(), 'tools'));
    }
    expect(readdirSync(join(privateFolder(), 'tools')).filter((name) => name.includes('unfinished'))).toEqual([]);

    const prometheusConfig = join(folder, 'prometheus.yml');
    writeFileSync(prometheusConfig, 'global: {}\n');
    const prometheus = await started(
      startPrometheus({ binary: tools.prometheus.path, configFile: prometheusConfig, dataDir: join(folder, 'p') })
    );
    const page = await fetch(prometheus.url);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('<title>Prometheus');

    const alertmanagerConfig = join(folder, 'alertmanager.yml');
    // Without an own template the default ones are read: Debian keeps them in a file.
    writeFileSync(alertmanagerConfig, 'route: { receiver: none }\nreceivers: [{ name: none }]\n');
    const alertmanager = await started(
      startAlertmanager({ binary: tools.alertmanager.path, configFile: alertmanagerConfig, dataDir: join(folder, 'a') })
    );
    const status = await fetch(`${alertmanager.url}/api/v2/status`);
    expect(await status.json()).toMatchObject({ cluster: { status: 'disabled' } });
  });

  it('tell what is wrong in their configuration when they do not start', async () => {
    const { prometheus } = await findTools();
    const configFile = join(folder, 'prometheus.yml');
    writeFileSync(configFile, 'scrape_configs: 3\n');
    await expect(startPrometheus({ binary: prometheus.path, configFile, dataDir: join(folder, 'p') })).rejects.toThrow(
      /exited with code \d+ before it was ready[^]*cannot unmarshal/
    );
  });
});

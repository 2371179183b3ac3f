import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync, chmodSync, existsSync } from 'node:fs';
import { Client } from 'pg';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

import { privateFolder } from '../../demo/servers/dataFolder';
import { freePort } from '../../demo/servers/port';
import { postgresUser } from '../../demo/servers/postgresUser';
import { startProcess } from '../../demo/servers/process';
import { type RunningServer } from '../../demo/servers/runningServer';
import { canUnpackPackages, unpackPackages } from '../../demo/servers/unpackPackages';

/** A program and where the libraries lie that came with it. */
export interface PgBouncer {
  readonly path: string;
  readonly libraries: readonly string[];
}

/**
 * PgBouncer from PATH, else the package of the distribution (Debian, Ubuntu), unpacked into a private folder once.
 * Nothing where there is neither.
 */
export async function findPgBouncer(): Promise<PgBouncer | undefined> {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin'];
  const installed = folders.map((folder) => join(folder, 'pgbouncer')).find(existsSync);
  if (installed) {
    return { path: installed, libraries: [] };
  }
  if (!canUnpackPackages()) {
    return undefined;
  }
  const tools = join(privateFolder(), 'tools');
  const unpacked = join(tools, 'pgbouncer', 'usr');
  if (!existsSync(unpacked)) {
    mkdirSync(tools, { recursive: true });
    const assets = ['libevent-2.1-7', 'libc-ares2'];
    await unpackPackages([{ name: 'pgbouncer', assets }], tools, { log: () => undefined });
  }
  const lib = join(unpacked, 'lib');
  const libraries = existsSync(lib) ? readdirSync(lib).map((architecture) => join(lib, architecture)) : [];
  return { path: join(unpacked, 'sbin', 'pgbouncer'), libraries };
}

/** Starts PgBouncer in transaction mode, with one server connection for all who connect. */
export async function startPgBouncer({ path, libraries }: PgBouncer, postgresPort: number): Promise<RunningServer> {
  const folder = mkdtempSync(join(tmpdir(), 'genwatch-pgbouncer-'));
  // As root, PgBouncer runs as another user, who has to pass through.
  chmodSync(folder, 0o755);
  const port = await freePort();
  writeFileSync(join(folder, 'users.txt'), '"genwatch" ""\n"genwatch_reader" ""\n');
  writeFileSync(
    join(folder, 'pgbouncer.ini'),
    `[databases]
genwatch = host=127.0.0.1 port=${postgresPort}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = trust
auth_file = ${join(folder, 'users.txt')}
pool_mode = transaction
default_pool_size = 1
`
  );
  const url = `postgresql://genwatch_reader@127.0.0.1:${port}/genwatch`;
  const server = await startProcess({
    name: 'PgBouncer',
    url,
    command: path,
    args: [join(folder, 'pgbouncer.ini')],
    cwd: folder,
    env: { PATH: process.env.PATH, LD_LIBRARY_PATH: libraries.join(delimiter) },
    user: postgresUser(),
    logFile: join(folder, 'pgbouncer.log'),
    ready: async () => {
      const client = new Client({ connectionString: url });
      client.on('error', () => undefined);
      await client.connect();
      await client.end();
      return true;
    },
    stopSignals: ['SIGINT', 'SIGTERM'],
    graceMs: 3_000,
  });
  return {
    ...server,
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

import { execFile } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';

import { freePort } from './port';
import { postgresFiles } from './postgresFiles';
import { type PostgresUser, postgresUser, requireReachable } from './postgresUser';
import { startProcess } from './process';
import { type ServerProcess } from './runningServer';
import { clearStaleLock } from './staleLock';

const run = promisify(execFile);

const SUPERUSER = 'genwatch';
const DATABASE = 'genwatch';

export interface PostgresOptions {
  /** Where the cluster lives; made when it is not there. As root, `nobody` becomes its owner. */
  readonly dataDir: string;
  /** Default: any free one. */
  readonly port?: number;
  /** Told what takes a moment, for people. */
  readonly log?: (line: string) => void;
  /** Default `postgres.log` in dataDir. */
  readonly logFile?: string;
  /** Survive a crash of the machine. Default true; tests pass false and are faster. */
  readonly durable?: boolean;
  /** More server settings, such as `{ max_connections: '20' }`. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Gives up starting. */
  readonly signal?: AbortSignal;
}

/**
 * Starts the PostgreSQL that comes with Genwatch, on loopback only: superuser and database `genwatch`, no password,
 * UTF-8, UTC. An empty folder becomes a new cluster; an existing one is used again, even after a crash.
 * @throws Error when another server runs on the folder, or with the end of the log when it does not start
 */
export async function startPostgres(options: PostgresOptions): Promise<ServerProcess & { readonly url: string }> {
  const dataDir = resolve(options.dataDir);
  const user = postgresUser();
  const files = postgresFiles();
  const cluster = await prepareCluster(dataDir, files, user, options.log);

  const running = clearStaleLock(cluster);
  if (running !== undefined) {
    throw new Error(
      `A PostgreSQL server already runs on ${dataDir} (process ${running}). End it first: kill -INT ${running}`
    );
  }

  const port = options.port ?? (await freePort());
  const url = `postgresql://${SUPERUSER}@127.0.0.1:${port}/${DATABASE}`;
  const maintenance = `postgresql://${SUPERUSER}@127.0.0.1:${port}/postgres`;
  const server = await startProcess({
    name: 'PostgreSQL',
    url,
    command: join(files, 'bin', 'postgres'),
    args: [
      '-D',
      cluster,
      ...settingArguments({ ...serverSettings(port, options.durable ?? true), ...options.settings }),
    ],
    // It may not enter the folder of whoever started it.
    cwd: cluster,
    env: plainEnvironment(),
    user,
    signal: options.signal,
    logFile: options.logFile ?? join(dataDir, 'postgres.log'),
    ready: () => answers(maintenance),
    // Fast shutdown first, then immediate.
    stopSignals: ['SIGINT', 'SIGQUIT'],
  });
  try {
    await createDatabase(maintenance);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return server;
}

/** The cluster below `dataDir`; made beside its final name, so that one half made is never taken for one. */
async function prepareCluster(
  dataDir: string,
  files: string,
  user: PostgresUser | undefined,
  log?: (line: string) => void
): Promise<string> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const cluster = join(dataDir, 'cluster');
  if (user !== undefined) {
    requireReachable(dataDir);
    chownSync(dataDir, user.uid, user.gid);
  }
  if (!existsSync(cluster)) {
    log?.(`making a new database cluster in ${dataDir}`);
    const unfinished = join(dataDir, 'cluster.unfinished');
    rmSync(unfinished, { recursive: true, force: true });
    await initialise(unfinished, files, user);
    renameSync(unfinished, cluster);
  }
  return cluster;
}

async function initialise(folder: string, files: string, user: PostgresUser | undefined): Promise<void> {
  // The built-in C.UTF-8 sorts and folds case the same on every system, whatever locales it has.
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const args = ['-D', folder, '-U', SUPERUSER, '--auth=trust', '--no-sync', '--no-instructions', ...locale];
  try {
    await run(join(files, 'bin', 'initdb'), args, { ...user, cwd: files, env: plainEnvironment() });
  } catch (cause) {
    const output = cause instanceof Error && 'stderr' in cause ? String(cause.stderr).trim() : String(cause);
    throw new Error(`Making a new database cluster in ${folder} failed (initdb):\n${output}`, { cause });
  }
}

function serverSettings(port: number, durable: boolean): Record<string, string> {
  return {
    listen_addresses: '127.0.0.1',
    port: String(port),
    // Loopback TCP only: a socket's path may grow too long.
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    max_connections: '60',
    max_wal_size: '1GB',
    // Index-only scans need a fresh visibility map, also on tables that only grow.
    autovacuum_vacuum_insert_scale_factor: '0.01',
    ...(durable ? {} : { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' }),
  };
}

function settingArguments(settings: Readonly<Record<string, string>>): string[] {
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** PG* and locale variables of whoever starts us would change what initdb and the server do. */
function plainEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };
}

async function answers(connectionString: string): Promise<boolean> {
  return withClient(connectionString, async () => true);
}

async function createDatabase(maintenance: string): Promise<void> {
  await withClient(maintenance, async (client) => {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE]);
    if (rowCount === 0) {
      await client.query(`CREATE DATABASE ${DATABASE}`);
    }
  });
}

async function withClient<T>(connectionString: string, use: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString, connectionTimeoutMillis: 5000 });
  // A connection lost while idle is reported by the next query; without a listener it would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await use(client);
  } finally {
    await client.end();
  }
}

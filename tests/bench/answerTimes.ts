import { spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Client } from 'pg';

import { type RunningServer } from '../../demo/servers/runningServer';
import { until } from '../../demo/servers/until';
import { memoryMb } from './processUse';

const ROOT = path.resolve(__dirname, '../..');
const SCRAPES = 100;
const PAUSE_MS = 50;

interface Times {
  readonly median: number;
  readonly slowest: number;
}

/** Milliseconds that scrapes of the exporter take, and the most megabytes its process held. */
export interface AnswerTimes {
  readonly free: Times;
  readonly locked: Times;
  readonly hanging: Times;
  readonly memory: number;
}

/** Runs the exporter as a process and scrapes it: freely, while the table is locked, and while its session hangs. */
export async function answerTimes(postgres: RunningServer, client: Client): Promise<AnswerTimes> {
  const databaseUrl = postgres.url.replace('genwatch@', 'genwatch_reader@');
  const child = spawn(process.execPath, ['--import', 'tsx', 'exporter/main.ts'], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, GENWATCH_LISTEN: '127.0.0.1:0', GENWATCH_DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => (output += part));
  const address = () => /"url":"([^"]+)"/.exec(output)?.[1] ?? '';
  try {
    await until(() => address() !== '', { what: 'the exporter serves', timeoutMs: 30_000 });
    await until(async () => (await fetch(`${address()}/ready`)).ok, {
      what: 'all sources are read',
      timeoutMs: 120_000,
    });
    const free = await scrapes(address());
    await client.query('BEGIN; LOCK TABLE messages IN ACCESS EXCLUSIVE MODE');
    const locked = await scrapes(address());
    await client.query('ROLLBACK');
    const session = await sessionOfExporter(client);
    process.kill(session, 'SIGSTOP');
    const hanging = await scrapes(address()).finally(() => process.kill(session, 'SIGCONT'));
    return { free, locked, hanging, memory: memoryMb(child.pid ?? 0).most };
  } finally {
    child.kill('SIGTERM');
  }
}

async function sessionOfExporter(client: Client): Promise<number> {
  const { rows } = await client.query<{ pid: number }>(
    `SELECT pid FROM pg_stat_activity WHERE usename = 'genwatch_reader'`
  );
  const [session] = rows;
  if (!session) {
    throw new Error('The exporter has no session that could be made to hang.');
  }
  return session.pid;
}

async function scrapes(url: string): Promise<Times> {
  const taken: number[] = [];
  for (let i = 0; i < SCRAPES; i += 1) {
    const start = performance.now();
    await (await fetch(`${url}/metrics`)).text();
    taken.push(performance.now() - start);
    await sleep(PAUSE_MS);
  }
  taken.sort((a, b) => a - b);
  return { median: taken[Math.floor(SCRAPES / 2)] ?? NaN, slowest: taken.at(-1) ?? NaN };
}

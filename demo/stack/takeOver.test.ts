import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { commandLine } from '../servers/commandLine';
import { readStack, type Stack, writeStack } from './stackFile';
import { takeOver } from './takeOver';

let folder: string;
let file: string;
let running: ChildProcess[];
const printed: string[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'genwatch-takeover-'));
  file = join(folder, 'stack.json');
  running = [];
  printed.length = 0;
});
afterEach(() => {
  running.forEach((child) => child.kill('SIGKILL'));
  rmSync(folder, { recursive: true });
});

async function start(): Promise<{ child: ChildProcess; pid: number; command: string }> {
  const child = spawn(process.execPath, ['-e', 'console.log(1); setInterval(() => {}, 1000)'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  running.push(child);
  if (child.stdout === null || child.pid === undefined) {
    throw new Error('not started');
  }
  await once(child.stdout, 'data');
  return { child, pid: child.pid, command: commandLine(child.pid) ?? '' };
}

const GONE = { pid: 2 ** 22 + 1, command: 'node genwatch.mjs start' };
const stackOf = (changes: Partial<Stack>): Stack => ({
  ready: true,
  startedAt: '2026-01-02T03:04:05.000Z',
  dataDir: '/data',
  supervisor: GONE,
  control: { url: 'http://127.0.0.1:1', token: 'secret' },
  services: {},
  ...changes,
});
const mine = stackOf({ ready: false, dataDir: '/mine' });
const take = () => takeOver(mine, (line) => printed.push(line), file);

describe('takeOver', () => {
  it('claims a checkout where nothing runs', async () => {
    await take();
    expect(readStack(file)).toEqual(mine);
  });

  it('refuses beside a running supervisor, and says how to end it', async () => {
    const { pid, command } = await start();
    const console = { url: 'http://127.0.0.1:9465', state: 'running' } as const;
    writeStack(stackOf({ supervisor: { pid, command }, services: { console } }), file);
    await expect(take()).rejects.toThrow(`kill ${pid}`);
    await expect(take()).rejects.toThrow('http://127.0.0.1:9465');
    expect(readStack(file)?.dataDir).toBe('/data');
  });

  it('ends what a killed supervisor left running', async () => {
    const { child, pid, command } = await start();
    const ended = once(child, 'exit');
    writeStack(stackOf({ services: { exporter: { url: '', state: 'running', pid, command } } }), file);
    await take();
    expect((await ended)[1]).toBe('SIGTERM');
    expect(printed).toEqual(['Ending what an earlier start left running: exporter']);
    expect(readStack(file)).toEqual(mine);
  });

  it('leaves a process alone that got the process id of a service later', async () => {
    const { child, pid } = await start();
    writeStack(stackOf({ services: { exporter: { url: '', state: 'running', pid, command: 'node other' } } }), file);
    await take();
    expect(child.exitCode ?? child.signalCode).toBeNull();
    expect(printed).toEqual([]);
  });

  it('refuses when another start has just begun', async () => {
    writeFileSync(file, '');
    await expect(take()).rejects.toThrow('under way');
  });

  it('takes a broken file that is old for a leftover', async () => {
    writeFileSync(file, '{');
    utimesSync(file, new Date(0), new Date(0));
    await take();
    expect(readStack(file)).toEqual(mine);
  });
});

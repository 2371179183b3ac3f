import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { answersOk } from '../../demo/servers/answersOk';
import { commandLine } from '../../demo/servers/commandLine';
import { PROJECT_ROOT, privateFolder } from '../../demo/servers/dataFolder';
import { findTools } from '../../demo/servers/tools';
import { until } from '../../demo/servers/until';
import { readStack, type Stack, stackFilePath } from '../../demo/stack/stackFile';

jest.setTimeout(240_000);

/** `genwatch start` in a private folder of its own, with everything it printed. */
interface Start {
  readonly child: ChildProcess;
  readonly ended: Promise<readonly [number | null, NodeJS.Signals | null]>;
  printed(): string;
}

let home: string;
const started: Start[] = [];
const dataDirs = new Set<string>();

beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'genwatch-home-'));
  // Downloaded once for all tests, not once for each.
  await findTools({ private: true });
  mkdirSync(home, { recursive: true });
  symlinkSync(join(privateFolder(), 'tools'), join(home, 'tools'));
});
afterEach(async () => {
  for (const { child, ended } of started.splice(0)) {
    child.kill('SIGKILL');
    await ended;
  }
  [home, ...dataDirs].forEach((folder) => rmSync(folder, { recursive: true, force: true }));
});

function start(...words: string[]): Start {
  const child = spawn(
    process.execPath,
    [join(PROJECT_ROOT, 'tools', 'bootstrap', 'genwatch.mjs'), 'start', '--tools', 'private', ...words],
    // From anywhere, as somebody whose PATH holds nothing.
    { cwd: tmpdir(), env: { PATH: '/nowhere', GENWATCH_HOME: home, HOME: home }, stdio: ['ignore', 'pipe', 'pipe'] }
  );
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  const ended = once(child, 'close').then(([code, signal]) => [code, signal] as const);
  const result: Start = { child, ended, printed: () => text };
  started.push(result);
  return result;
}

const stackFile = (): string => stackFilePath(home);

async function ready({ child, printed }: Start): Promise<Stack> {
  await until(() => child.exitCode !== null || readStack(stackFile())?.ready === true, {
    what: 'the stack is ready',
    timeoutMs: 180_000,
  });
  const stack = readStack(stackFile());
  if (stack === undefined) {
    throw new Error(`The stack did not start:\n${printed()}`);
  }
  dataDirs.add(stack.dataDir);
  return stack;
}

const pidsOf = ({ services }: Stack): number[] => Object.values(services).flatMap(({ pid }) => pid ?? []);

describe('genwatch start', () => {
  it('starts everything from nothing, once, and leaves nothing running', async () => {
    const first = start();
    const stack = await ready(first);

    expect(Object.keys(stack.services).sort()).toEqual(
      ['alertmanager', 'console', 'exporter', 'postgres', 'preview', 'prometheus', 'simulator'].sort()
    );
    const { exporter, prometheus, alertmanager, preview, console: alertConsole } = stack.services;
    for (const path of [
      `${exporter?.url}/metrics`,
      `${prometheus?.url}/-/ready`,
      `${alertmanager?.url}/-/ready`,
      `${alertConsole?.url}/ready`,
      `${preview?.url}/public/plugins/genwatch-codegen-app/module.js`,
    ]) {
      expect(await answersOk(path)).toBe(true);
    }
    await until(async () => (await fetch(`${prometheus?.url}/api/v1/query?query=up`)).ok, {
      what: 'Prometheus answers',
      timeoutMs: 10_000,
    });
    expect(first.printed()).toContain('npm run demo:fault');
    const check = await fetch(`${preview?.url}/api/datasources/proxy/uid/genwatch/review/check`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    expect(await check.json()).toEqual({ reviews: 'ready' });

    const second = start();
    expect(await second.ended).toEqual([1, null]);
    expect(second.printed()).toContain(`already runs (process ${stack.supervisor.pid}`);
    expect(second.printed()).not.toMatch(/^ +at /m);

    first.child.kill('SIGINT');
    expect(await first.ended).toEqual([0, null]);
    expect(pidsOf(stack).filter((pid) => commandLine(pid) !== undefined)).toEqual([]);
    expect(existsSync(stackFile())).toBe(false);
    expect(existsSync(stack.dataDir)).toBe(true);

    // Again: the data are used, and what a kill leaves behind does not stand in the way.
    const third = start();
    const again = await ready(third);
    expect(third.printed()).toContain('history kept');
    third.child.kill('SIGKILL');
    await third.ended;
    await until(() => pidsOf(again).every((pid) => commandLine(pid) === undefined), {
      what: 'the services of a killed supervisor are gone',
      timeoutMs: 15_000,
    });

    const fourth = start('--reset');
    await until(() => fourth.printed().includes('making a new database cluster'), {
      what: 'a reset begins anew',
      timeoutMs: 30_000,
    });
    fourth.child.kill('SIGTERM');
    expect(await fourth.ended).toEqual([0, null]);
    expect(fourth.printed()).not.toContain('Ready after');
    expect(existsSync(stackFile())).toBe(false);
  });
});

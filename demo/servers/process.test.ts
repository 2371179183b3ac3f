import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { commandLine } from './commandLine';
import { startProcess } from './process';
import { until } from './until';

let folder: string;
let logFile: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'genwatch-process-'));
  logFile = join(folder, 'logs', 'server.log');
});
afterEach(() => rmSync(folder, { recursive: true }));

const script = (source: string) => ({
  name: 'server',
  url: 'http://127.0.0.1:1',
  command: process.execPath,
  args: ['-e', source],
  logFile,
});
const IDLE = 'setInterval(() => {}, 1000);';
const logHolds = (text: string) => () =>
  Promise.resolve(existsSync(logFile) && readFileSync(logFile, 'utf8').includes(text));

describe('startProcess', () => {
  it('resolves once the server is ready, and stop ends it', async () => {
    const server = await startProcess({ ...script(`${IDLE} console.log('open')`), ready: logHolds('open') });
    expect(commandLine(server.pid)).toContain('open');
    await server.stop();
    expect(await server.exited).toEqual({ code: null, signal: 'SIGTERM' });
    await server.stop();
  });

  it('tells the end of the log when the server dies before it is ready', async () => {
    const start = startProcess({
      ...script(`console.error('port in use'); process.exit(3)`),
      ready: async () => false,
    });
    await expect(start).rejects.toThrow(/exited with code 3 before it was ready[^]*port in use/);
  });

  it('tells only what this start printed', async () => {
    await startProcess({ ...script(`console.error('first'); process.exit(1)`), ready: async () => false }).catch(
      () => 0
    );
    const second = startProcess({ ...script(`process.exit(1)`), ready: async () => false });
    await expect(second).rejects.toThrow('It printed nothing');
  });

  it('ends a server that does not get ready in time', async () => {
    const start = startProcess({ ...script(IDLE), ready: async () => false, startTimeoutMs: 100 });
    await expect(start).rejects.toThrow('did not get ready');
  });

  it('names a program that cannot be started', async () => {
    const start = startProcess({ ...script(''), command: join(folder, 'missing'), ready: async () => false });
    await expect(start).rejects.toThrow(/missing/);
  });

  it('hears of readiness by message', async () => {
    const server = await startProcess({ ...script(`${IDLE} process.send({ ready: true })`), ipc: true });
    await server.stop();
  });

  it('gives up when asked to, and ends the server', async () => {
    const asked = new AbortController();
    const start = startProcess({
      ...script(`${IDLE} console.log(process.pid)`),
      signal: asked.signal,
      ready: async () => {
        if (await logHolds('\n')()) {
          asked.abort();
        }
        return false;
      },
    });
    await expect(start).rejects.toMatchObject({ name: 'AbortError' });
    expect(commandLine(Number(readFileSync(logFile, 'utf8')))).toBeUndefined();
  });

  it('kills a server that does not heed signals', async () => {
    const deaf = `process.on('SIGTERM', () => console.log('no')); ${IDLE} console.log('open')`;
    const server = await startProcess({ ...script(deaf), ready: logHolds('open'), graceMs: 200 });
    await server.stop();
    expect(await server.exited).toEqual({ code: null, signal: 'SIGKILL' });
  });
});

const onLinux = process.platform === 'linux' ? it : it.skip;

describe('a server whose parent is killed', () => {
  onLinux('ends too', async () => {
    const parent = join(__dirname, 'process.ts');
    const source = `
      require('tsx/cjs');
      const { startProcess } = require(${JSON.stringify(parent)});
      startProcess({ name: 'child', url: '', command: process.execPath, args: ['-e', ${JSON.stringify(IDLE)}],
        logFile: ${JSON.stringify(join(folder, 'child.log'))}, ready: async () => true })
        .then(({ pid }) => console.log('child ' + pid + '.'));
      ${IDLE}`;
    const server = await startProcess({ ...script(source), ready: logHolds('.\n') });
    const child = Number(/child (\d+)/.exec(readFileSync(logFile, 'utf8'))?.[1]);
    expect(commandLine(child)).toBeDefined();
    process.kill(server.pid, 'SIGKILL');
    await until(() => commandLine(child) === undefined, { what: 'the child is gone', timeoutMs: 5000 });
  });
});

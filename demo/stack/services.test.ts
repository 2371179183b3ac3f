import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { commandLine } from '../servers/commandLine';
import { startProcess } from '../servers/process';
import { until } from '../servers/until';
import { createServices, type ServiceDefinition, type Services } from './services';

let folder: string;
let services: Services;
let changes: number;
const reports: string[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'genwatch-services-'));
  reports.length = 0;
  changes = 0;
  services = createServices({
    signal: new AbortController().signal,
    onChange: () => changes++,
    report: (text) => reports.push(text),
  });
});
afterEach(async () => {
  await services.stopAll();
  rmSync(folder, { recursive: true });
});

/** A Node process that says when it is ready. */
const definition = (name: string, source = ''): ServiceDefinition => ({
  name,
  url: `http://${name}`,
  start: (signal) =>
    startProcess({
      name,
      url: `http://${name}`,
      command: process.execPath,
      args: ['-e', `${source}; process.send({ ready: true }); setInterval(() => {}, 1000)`],
      logFile: join(folder, `${name}.log`),
      ipc: true,
      signal,
    }),
});
const entry = (name: string) => services.entries()[name];

describe('the services of a stack', () => {
  it('are told with address, process and state', async () => {
    const { pid } = await services.add(definition('exporter'));
    expect(entry('exporter')).toMatchObject({ url: 'http://exporter', pid, state: 'running' });
    expect(entry('exporter')?.command).toBe(commandLine(pid));
  });

  it('are stopped and started again at the same place, as often as asked', async () => {
    const { pid } = await services.add(definition('exporter'));
    await services.stop('exporter');
    await services.stop('exporter');
    expect(entry('exporter')).toEqual({ url: 'http://exporter', state: 'stopped' });
    expect(commandLine(pid)).toBeUndefined();
    await Promise.all([services.start('exporter'), services.start('exporter')]);
    expect(entry('exporter')).toMatchObject({ url: 'http://exporter', state: 'running' });
    await services.restart('exporter');
    expect(entry('exporter')?.state).toBe('running');
    expect(reports).toEqual([]);
  });

  it('that die are reported with the end of their log, and can be started again', async () => {
    const { pid } = await services.add(definition('exporter', `console.error('lost the database')`));
    const before = changes;
    process.kill(pid, 'SIGKILL');
    await until(() => entry('exporter')?.state === 'failed', { what: 'the death is noticed', timeoutMs: 5000 });
    expect(entry('exporter')?.pid).toBeUndefined();
    expect(changes).toBeGreaterThan(before);
    expect(reports).toEqual([expect.stringMatching(/^exporter was ended by SIGKILL[^]*lost the database/)]);
    await services.start('exporter');
    expect(entry('exporter')?.state).toBe('running');
  });

  it('that do not start are failed', async () => {
    await expect(services.add(definition('exporter', `throw new Error('no port')`))).rejects.toThrow('no port');
    expect(entry('exporter')?.state).toBe('failed');
  });

  it('are all stopped in the end, last started first, and none is started after', async () => {
    const order: string[] = [];
    for (const name of ['first', 'second']) {
      const server = await services.add(definition(name));
      void server.exited.then(() => order.push(name));
    }
    await services.stopAll();
    expect(order).toEqual(['second', 'first']);
    await expect(services.start('first')).rejects.toThrow('being stopped');
  });

  it('of others are shown and left alone', async () => {
    services.addForeign('postgres', 'postgresql://db.example/app');
    expect(entry('postgres')).toEqual({ url: 'postgresql://db.example/app', state: 'running' });
    await expect(services.stop('postgres')).rejects.toThrow('not started by Genwatch');
    await expect(services.stop('redis')).rejects.toThrow('There are: postgres');
  });
});

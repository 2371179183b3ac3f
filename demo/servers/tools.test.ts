import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { findTools } from './tools';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'genwatch-tools-'))));
afterEach(() => rmSync(folder, { recursive: true }));

/** A program that prints a version, in Prometheus' words. */
function program(path: string, version: string): string {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `#!/bin/sh\necho "tool, version ${version} (branch: x)"\n`, { mode: 0o755 });
  return file;
}

const ON_PATH: ReadonlyArray<readonly [string, string]> = [
  ['bin/prometheus', '2.53.1'],
  ['bin/promtool', '2.53.1'],
  ['bin/prometheus-alertmanager', '0.27.0'],
  ['bin/amtool', '0.27.0'],
];
function unpacked(): void {
  program('tools/prometheus/usr/bin/prometheus', '2.45.0');
  program('tools/prometheus/usr/bin/promtool', '2.45.0');
  program('tools/prometheus-alertmanager/usr/bin/prometheus-alertmanager', '0.26.0');
  program('tools/prometheus-alertmanager/usr/bin/amtool', '0.26.0');
}
const find = (options: { private?: boolean; log?: (line: string) => void } = {}) =>
  findTools({ path: join(folder, 'bin'), folder: join(folder, 'tools'), ...options });

describe('findTools', () => {
  it('takes what is on PATH, under the names of Debian too', async () => {
    ON_PATH.forEach(([path, version]) => program(path, version));
    expect(await find()).toEqual({
      prometheus: { path: join(folder, 'bin/prometheus'), version: '2.53.1' },
      promtool: { path: join(folder, 'bin/promtool'), version: '2.53.1' },
      alertmanager: { path: join(folder, 'bin/prometheus-alertmanager'), version: '0.27.0' },
      amtool: { path: join(folder, 'bin/amtool'), version: '0.27.0' },
    });
  });

  it('ignores PATH when asked to', async () => {
    ON_PATH.forEach(([path, version]) => program(path, version));
    unpacked();
    const { prometheus, alertmanager } = await find({ private: true });
    expect([prometheus.version, alertmanager.version]).toEqual(['2.45.0', '0.26.0']);
  });

  it('takes its own copy instead of one that is too old, and says so', async () => {
    ON_PATH.forEach(([path, version]) => program(path, version));
    const old = program('bin/prometheus', '2.31.1');
    unpacked();
    const said: string[] = [];
    const { prometheus, promtool, alertmanager } = await find({ log: (line) => said.push(line) });
    expect(prometheus.version).toBe('2.45.0');
    expect(promtool.version).toBe('2.45.0');
    expect(alertmanager.version).toBe('0.27.0');
    expect(said).toEqual([`${old} is version 2.31.1, Genwatch needs 2.42 or newer: using a private copy`]);
  });

  it('says what was found and what is needed when the packages of the system are too old', async () => {
    unpacked();
    program('tools/prometheus/usr/bin/prometheus', '2.31.1');
    await expect(find()).rejects.toThrow(/is version 2\.31\.1, Genwatch needs 2\.42 or newer/);
  });

  it('does not take a folder or a text for a program', async () => {
    ON_PATH.forEach(([path, version]) => program(path, version));
    rmSync(join(folder, 'bin/amtool'));
    mkdirSync(join(folder, 'bin/amtool'));
    unpacked();
    expect((await find()).amtool.version).toBe('0.26.0');
  });
});

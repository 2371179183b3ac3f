import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findPromtools } from './promtools';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'genwatch-promtools-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A program that tells a version, and passes a rule test or not. */
function program(version: string, passes = true): string {
  const home = path.join(folder, version || 'unknown');
  mkdirSync(home);
  const file = path.join(home, 'promtool');
  writeFileSync(
    file,
    `#!/bin/sh\n[ "$1" = --version ] && echo "promtool, version ${version} (branch: x)" && exit 0\nexit ${passes ? 0 : 1}\n`
  );
  chmodSync(file, 0o755);
  return file;
}

const usual = { path: '/usr/bin/promtool', version: '2.42.0' };

describe('findPromtools', () => {
  it('finds a promtool 3 on PATH beside the usual one, past those of other versions', async () => {
    const [second, third] = [program('2.53.0', false), program('3.5.0')];
    const PATH = [second, third].map(path.dirname).join(path.delimiter);
    expect(await findPromtools(usual, { PATH })).toEqual({ promtools: [usual, { path: third, version: '3.5.0' }] });
  });

  it('takes the one that is named, even if it does not know its version', async () => {
    const unknown = program('');
    expect(await findPromtools(usual, { GENWATCH_PROMTOOL_3: unknown })).toEqual({
      promtools: [usual, { path: unknown, version: '3.x (GENWATCH_PROMTOOL_3)' }],
    });
  });

  it('refuses one that is named and does not count like Prometheus 3', async () => {
    const old = program('2.42.0', false);
    await expect(findPromtools(usual, { GENWATCH_PROMTOOL_3: old })).rejects.toThrow(
      `GENWATCH_PROMTOOL_3 names ${old}, which is no promtool of Prometheus 3`
    );
  });

  it('says loudly what was not tried when there is only one', async () => {
    const alone = await findPromtools(usual, { PATH: folder });
    expect(alone.promtools).toEqual([usual]);
    expect(alone.warning).toMatch(/^ONLY ONE PROMTOOL: .* 2\.42\.0, and not on Prometheus 3.*GENWATCH_PROMTOOL_3/);
    const newer = { ...usual, version: '3.5.0' };
    expect((await findPromtools(newer, { PATH: folder })).warning).toMatch(/3\.5\.0, and not on Prometheus 2/);
  });
});

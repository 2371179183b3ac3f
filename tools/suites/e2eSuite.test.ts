import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { e2eSuite } from './e2eSuite';
import { findChromium } from './findChromium';

const suite = (env: NodeJS.ProcessEnv) => e2eSuite({ PATH: '/nowhere', ...env });

describe('without a Chromium', () => {
  it('the suite says what to do and counts nothing', async () => {
    expect(await suite({}).run(() => undefined)).toEqual({
      passed: 0,
      failed: 0,
      notRun: expect.stringContaining('apt install chromium'),
    });
  });

  it('the suite fails in CI', async () => {
    await expect(suite({ CI: 'true' }).run(() => undefined)).rejects.toThrow('apt install chromium');
    await expect(suite({ CI: 'true', CHROMIUM: '/nowhere/chromium' }).run(() => undefined)).rejects.toThrow(
      'no Chromium was found'
    );
  });
});

it('finds the Chromium that is named, else one on PATH', () => {
  const folder = mkdtempSync(join(tmpdir(), 'genwatch-chromium-'));
  const program = join(folder, 'google-chrome');
  writeFileSync(program, '');
  expect(findChromium({ PATH: folder })).toBeUndefined();
  chmodSync(program, 0o755);
  expect(findChromium({ PATH: `/nowhere:${folder}` })).toBe(program);
  expect(findChromium({ PATH: '/nowhere', CHROMIUM: program })).toBe(program);
  rmSync(folder, { recursive: true });
});

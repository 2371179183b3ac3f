import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { checkPluginBundle, MODULE_LIMIT } from './pluginBundle';

describe('checkPluginBundle', () => {
  let dist: string;
  beforeEach(() => {
    dist = mkdtempSync(path.join(tmpdir(), 'genwatch-bundle-'));
  });
  afterEach(() => rmSync(dist, { recursive: true }));

  const put = (name: string, content: string | Buffer) => {
    mkdirSync(path.dirname(path.join(dist, name)), { recursive: true });
    writeFileSync(path.join(dist, name), content);
  };
  const map = (...sources: string[]) => JSON.stringify({ version: 3, sources, mappings: '' });

  it('accepts a small module and chunks of our own code', () => {
    put('module.js', 'export const plugin = 1;');
    put('module.js.map', map('webpack://genwatch-codegen-app/./module.tsx'));
    put('12.js.map', map('webpack://genwatch-codegen-app/../node_modules/i18next/dist/esm/i18next.js'));
    const { moduleSize, problems } = checkPluginBundle(dist);
    expect(problems).toEqual([]);
    expect(moduleSize).toBeLessThan(100);
  });

  it('refuses a module that is too large when compressed, and only then', () => {
    put('module.js', ' '.repeat(MODULE_LIMIT * 2));
    expect(checkPluginBundle(dist).problems).toEqual([]);
    put('module.js', randomBytes(MODULE_LIMIT + 1));
    expect(checkPluginBundle(dist).problems).toEqual([expect.stringMatching(/^module\.js is \d+ bytes gzipped/)]);
  });

  it('finds a package for reading settings in any chunk, nested ones too', () => {
    put('module.js', '');
    put('datasource/7.js.map', map('webpack://x/../node_modules/zod/v4/core/parse.js'));
    expect(checkPluginBundle(dist).problems).toEqual([expect.stringContaining('contains zod')]);
  });

  it('finds a copy of what Grafana shares, and takes what is only named for none', () => {
    put('module.js', '');
    put('module.js.map', map('webpack://x/external amd "rxjs"', 'webpack://x/../node_modules/react-use/esm/a.js'));
    expect(checkPluginBundle(dist).problems).toEqual([]);
    put('8.js.map', map('webpack://x/../node_modules/rxjs/dist/esm5/internal/operators/map.js'));
    expect(checkPluginBundle(dist).problems).toEqual([expect.stringContaining('contains a copy of rxjs')]);
  });

  it('says what to do when the plugin is not built', () => {
    expect(() => checkPluginBundle(dist)).toThrow('run npm run build first');
  });
});

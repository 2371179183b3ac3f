import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';

import { packagePlugin } from './packagePlugin';

const ID = 'acme-bakery-app';
const INFO = {
  description: 'Watches ovens',
  keywords: ['ovens'],
  author: { name: 'Acme' },
  logos: { small: 'img/logo.svg', large: 'img/logo.svg' },
  links: [],
  screenshots: [{ name: 'Oven', path: 'img/screenshots/oven.png' }],
  version: '1.2.3',
  updated: '2026-01-31',
};
const APP = {
  id: ID,
  type: 'app',
  name: 'Bakery',
  info: INFO,
  includes: [
    { type: 'page', name: 'Ovens', path: `/a/${ID}/ovens` },
    { type: 'datasource', name: 'Dough', path: 'datasource/plugin.json' },
  ],
  dependencies: { grafanaDependency: '>=12.3.0' },
};
const NESTED = {
  ...APP,
  id: 'acme-bakery-datasource',
  type: 'datasource',
  includes: [],
  info: { ...INFO, screenshots: [] },
};

describe('packagePlugin', () => {
  let folder: string;
  const dist = () => path.join(folder, 'dist');
  const out = () => path.join(folder, 'out');
  const put = (name: string, content: string | object) => {
    const file = path.join(dist(), name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  };
  const pack = () => packagePlugin(dist(), out(), '1.2.3');

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'genwatch-package-'));
    put('plugin.json', APP);
    put('module.js', 'define([], () => 1);');
    put('module.js.map', {
      sources: ['webpack://acme/./module.tsx', 'webpack://acme/../node_modules/demo/testing/a.js'],
    });
    put('README.md', '# Bakery\n\nSee [the ovens](https://example.com/ovens).');
    put('CHANGELOG.md', '# Changelog\n\n## 1.2.3\n\nWarm.\n');
    put('LICENSE', 'Apache-2.0');
    put('img/logo.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>');
    put('img/screenshots/oven.png', 'png');
    put('locales/de-DE/acme-bakery-app.json', {});
    put('datasource/plugin.json', NESTED);
    put('datasource/module.js', 'define([], () => 2);');
    put('datasource/img/logo.svg', '<svg/>');
    put('dashboards/ovens.json', {});
    put('runbooks/OvenCold.md', '# OvenCold');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('packs every file below a folder of the id, and tells name, size and hash of the zip', () => {
    const { file, size, sha256, count } = pack();
    expect(path.basename(file)).toBe('acme-bakery-app-1.2.3.zip');
    const zip = readFileSync(file);
    expect(zip.length).toBe(size);
    expect(createHash('sha256').update(zip).digest('hex')).toBe(sha256);
    const unzipped = unzipSync(new Uint8Array(zip));
    expect(Object.keys(unzipped)).toHaveLength(count);
    expect(Object.keys(unzipped).every((name) => name.startsWith(`${ID}/`))).toBe(true);
    expect(new TextDecoder().decode(unzipped[`${ID}/datasource/module.js`])).toBe('define([], () => 2);');
  });

  it('makes the same zip of the same files', () => {
    const { sha256 } = pack();
    expect(packagePlugin(dist(), path.join(folder, 'again'), '1.2.3').sha256).toBe(sha256);
  });

  it.each(['README.md', 'CHANGELOG.md', 'LICENSE', 'module.js.map'])('refuses to do without %s', (name) => {
    rmSync(path.join(dist(), name));
    expect(pack).toThrow(`${name} is missing`);
    expect(existsSync(out())).toBe(false);
  });

  it.each([
    [
      'a logo that is not there',
      'datasource/plugin.json',
      { ...NESTED, info: { ...INFO, screenshots: [], logos: { small: 'img/small.svg', large: 'img/logo.svg' } } },
      'names datasource/img/small.svg',
    ],
    [
      'a screenshot that is not there',
      'plugin.json',
      { ...APP, info: { ...INFO, screenshots: [{ name: 'Bread', path: 'img/bread.png' }] } },
      'names img/bread.png',
    ],
    ['a placeholder', 'plugin.json', { ...APP, name: '%PLUGIN_ID%' }, 'still says %PLUGIN_ID%'],
    ['no keywords', 'plugin.json', { ...APP, info: { ...INFO, keywords: [] } }, 'plugin.json, info.keywords'],
    [
      'another version',
      'plugin.json',
      { ...APP, info: { ...INFO, version: '1.2.2' } },
      'is version 1.2.2, package.json 1.2.3',
    ],
    [
      'a link without encryption',
      'plugin.json',
      { ...APP, info: { ...INFO, links: [{ name: 'Us', url: 'http://example.com' }] } },
      'plugin.json, info.links.0.url',
    ],
    [
      'a Grafana that is not said',
      'plugin.json',
      { ...APP, dependencies: {} },
      'plugin.json, dependencies.grafanaDependency',
    ],
    ['a manifest that is no JSON', 'datasource/plugin.json', '{', 'datasource/plugin.json, '],
    ['a test', 'pages/ovens.test.js', '', 'pages/ovens.test.js does not belong'],
    ['data of tests', 'fixtures/ovens.json', '{}', 'fixtures/ovens.json does not belong'],
    ['a preview', 'preview/index.html', '', 'preview/index.html does not belong'],
    ['a build for development', 'module.js', 'eval("1")', 'module.js calls eval'],
    [
      'code of the tools',
      'module.js.map',
      { sources: ['webpack://acme/../tools/cli/main.ts'] },
      'contains webpack://acme/../tools/cli/main.ts',
    ],
    [
      'code of tests',
      'module.js.map',
      { sources: ['webpack://acme/./testing/fake.ts'] },
      'contains webpack://acme/./testing/fake.ts',
    ],
    ['an image with a script', 'img/logo.svg', '<svg><script>1</script></svg>', 'img/logo.svg can run scripts'],
    ['an image with a handler', 'img/logo.svg', '<svg onload="1"/>', 'img/logo.svg can run scripts'],
    ['a link to the checkout', 'README.md', '![Oven](docs/oven.png)', 'README.md links to docs/oven.png'],
    ['a changelog of another version', 'CHANGELOG.md', '# Changelog\n\n## 1.2\n', 'says nothing of version 1.2.3'],
  ])('refuses %s', (_, name, content, says) => {
    put(name, content);
    expect(pack).toThrow(says);
  });

  it('tells of everything at once', () => {
    rmSync(path.join(dist(), 'LICENSE'));
    put('notes.txt', '');
    expect(pack).toThrow(/LICENSE is missing[^]*notes\.txt does not belong/);
  });

  it('says what to do when the plugin is not built', () => {
    rmSync(dist(), { recursive: true });
    expect(pack).toThrow('run npm run build first');
  });
});

import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

import nested from '../../src/datasource/plugin.json';
import app from '../../src/plugin.json';

const SRC = path.resolve(__dirname, '../../src');
const SCREENSHOTS = 'img/screenshots';

/** What only the catalogue of plugins notices. */
describe('plugin.json', () => {
  it('shows every screenshot that is there, and none that is not', () => {
    const folder = path.join(SRC, SCREENSHOTS);
    const there = existsSync(folder) ? readdirSync(folder).map((name) => `${SCREENSHOTS}/${name}`) : [];
    const shown: ReadonlyArray<{ readonly name: string; readonly path: string }> = app.info.screenshots;
    expect(shown.map((screenshot) => screenshot.path).sort()).toEqual(there.sort());
    shown.forEach(({ name }) => expect(name.length).toBeGreaterThan(5));
  });

  it('is one plugin for one Grafana: app and data source ask for the same version and have the same author', () => {
    expect(nested.dependencies.grafanaDependency).toBe(app.dependencies.grafanaDependency);
    expect(nested.info.author).toEqual(app.info.author);
    expect(nested.languages).toEqual(app.languages);
  });

  it('lists the nested data source among what the app includes', () => {
    expect(app.includes).toContainEqual({ type: 'datasource', name: nested.name, path: 'datasource/plugin.json' });
  });

  it('includes every generated dashboard by its uid', () => {
    const files = readdirSync(path.resolve(__dirname, '../../dashboards')).map((file) => path.parse(file).name);
    const included = app.includes.flatMap((include) =>
      include.type === 'dashboard' ? [[include.uid, include.path]] : []
    );
    expect(included.sort()).toEqual(files.map((uid) => [uid, `dashboards/${uid}.json`]).sort());
  });
});

import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

import { ENDPOINT_DEFINITIONS } from '../../src/datasource/endpoints/endpoints';
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

  it('lets one route write, for Editors, and gives it alone the secret of the reviews', () => {
    const routes: ReadonlyArray<{
      readonly path: string;
      readonly method?: string;
      readonly reqRole?: string;
      readonly headers?: ReadonlyArray<{ readonly name: string; readonly content: string }>;
    }> = nested.routes;
    // A route without a method would take every verb.
    routes.forEach(({ method }) => expect(method).toMatch(/^(GET|POST)$/));
    expect(routes.flatMap(({ path: at, method, reqRole }) => (method === 'GET' ? [] : [[at, reqRole]]))).toEqual([
      ['review', 'Editor'],
    ]);
    const secret = routes.flatMap(({ path: at, headers = [] }) =>
      headers.filter(({ content }) => content.includes('reviewSecret')).map(({ name }) => [at, name])
    );
    expect(secret).toEqual([['review', 'X-Genwatch-Review-Secret']]);
    // The first route whose path a request begins with is taken.
    routes.forEach(({ path: at }, i) =>
      routes.slice(0, i).forEach((earlier) => expect(at.startsWith(earlier.path)).toBe(false))
    );
  });

  it('has a route for every document that the data source can be asked for, which only reads', () => {
    for (const { path: document, option } of Object.values(ENDPOINT_DEFINITIONS)) {
      const found = nested.routes.filter((route) => document.startsWith(route.path));
      expect(found).toEqual([
        expect.objectContaining({
          path: document,
          method: 'GET',
          url: expect.stringContaining(`.JsonData.${option} }}/`),
        }),
      ]);
      // The token of the exporter goes to the exporter only.
      expect(JSON.stringify(found).includes('SecureJsonData.exporterToken')).toBe(option === 'exporterUrl');
    }
  });

  it('includes every generated dashboard by its uid', () => {
    const files = readdirSync(path.resolve(__dirname, '../../dashboards')).map((file) => path.parse(file).name);
    const included = app.includes.flatMap((include) =>
      include.type === 'dashboard' ? [[include.uid, include.path]] : []
    );
    expect(included.sort()).toEqual(files.map((uid) => [uid, `dashboards/${uid}.json`]).sort());
  });
});

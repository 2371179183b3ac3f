import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Page } from 'playwright-core';

import { arrived, journey } from './harness/journey';

const ROOT = path.resolve(__dirname, '../..');
const json = <T>(file: string): T => JSON.parse(readFileSync(path.join(ROOT, file), 'utf8')) as T;

interface Include {
  readonly type: string;
  readonly name: string;
  readonly path: string;
  readonly uid?: string;
}
const { id, includes } = json<{ id: string; includes: readonly Include[] }>('src/plugin.json');
const PAGES = includes.filter(({ type }) => type === 'page');
const DASHBOARDS = ['genwatch-validation', 'genwatch-platform'];

/** What Grafana's and our components show when something failed. */
const failures = (page: Page) => page.locator('[data-testid*="Panel status error"], [data-testid*="Alert error"]');

describe('every page of the app', () => {
  for (const { name, path: place } of PAGES) {
    journey(`opens: ${name}`, async ({ open }) => {
      const page = await open(place.replace('%PLUGIN_ID%', id));
      expect(await page.locator('h1').count()).toBe(1);
      expect(await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name }).count()).toBe(1);
      expect(await failures(page).allTextContents()).toEqual([]);
    });
  }
});

describe('every dashboard', () => {
  for (const uid of DASHBOARDS) {
    journey(`shows all panels without an error: ${uid}`, async ({ open }) => {
      const { title, panels } = json<{ title: string; panels: ReadonlyArray<{ type: string; title: string }> }>(
        `dashboards/${uid}.json`
      );
      const page = await open(`/d/${uid}?from=now-5m&to=now`, { height: 5000 });
      expect(await page.locator('h1').textContent()).toBe(title);
      for (const panel of panels) {
        // `$window` in a title is replaced.
        await page
          .getByText(panel.title.replace(/ ?\$.*/, ''))
          .first()
          .waitFor();
      }
      await arrived(page);
      // Many have nothing to draw in so young a stack.
      await page.locator('canvas').nth(2).waitFor();
      expect(await failures(page).allTextContents()).toEqual([]);
    });
  }

  journey('is found under Dashboards', async ({ open }) => {
    const page = await open('/dashboards');
    await page.getByRole('main').getByRole('link', { name: 'Genwatch: platform' }).click();
    await page.getByRole('heading', { name: 'Genwatch: platform', level: 1 }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/d/genwatch-platform');
  });
});

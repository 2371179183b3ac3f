import { type Page } from 'playwright-core';

import { arrived, journey } from './harness/journey';
import { running, stack } from './harness/stack';

const background = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

describe('the shell of the preview', () => {
  journey('switches the theme, and keeps it', async ({ open }) => {
    const page = await open('/dashboards');
    const dark = await background(page);
    await page.getByRole('button', { name: 'Switch to the light theme' }).click();
    await page.locator('body.theme-light').waitFor();
    await arrived(page);
    expect(await background(page)).not.toBe(dark);
    await page.goto('/dashboards');
    await page.locator('body.theme-light').waitFor();
    await page.getByRole('button', { name: 'Switch to the dark theme' }).click();
    await page.locator('body.theme-dark').waitFor();
    await arrived(page);
    expect(await background(page)).toBe(dark);
  });

  journey('speaks German where the plugin does', async ({ open }) => {
    const english = await open('/a/genwatch-codegen-app/thresholds');
    const german = await open('/a/genwatch-codegen-app/thresholds', { language: 'de-DE' });
    expect(await german.locator('h1').textContent()).not.toBe(await english.locator('h1').textContent());
  });

  journey('says that it is not Grafana, and what differs', async ({ open }) => {
    const page = await open('/dashboards');
    await page.getByRole('button', { name: 'Preview, not Grafana' }).click();
    await page.getByText('Nothing can be changed or saved but verdicts').waitFor();
  });

  journey('has its menu on a narrow screen, too', async ({ open }) => {
    const page = await open('/dashboards', { width: 360 });
    const link = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Thresholds' });
    expect(await link.isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Open the menu' }).click();
    await link.click();
    await page.waitForURL('**/thresholds**');
    await link.waitFor({ state: 'hidden' });
  });
});

describe('the data of the preview', () => {
  const rowsAs = async (page: Page, rawSql: string) =>
    page.evaluate(async (sql) => {
      const response = await fetch('/api/ds/query', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          from: '0',
          to: '1000',
          queries: [{ refId: 'A', datasource: { uid: 'genwatch-postgres' }, rawSql: sql, format: 'table' }],
        }),
      });
      return { status: response.status, text: await response.text() };
    }, rawSql);

  journey('can be read by its page, and not changed', async ({ open, expectErrors }) => {
    expectErrors(/status of 400/);
    const page = await open('/dashboards');
    const sql = 'SELECT count(*)::int AS n FROM messages';
    const { rows } = await stack.database((client) => client.query<{ n: number }>(sql));
    const read = await rowsAs(page, sql);
    expect([read.status, read.text]).toEqual([200, expect.stringContaining(`"values":[[${rows[0]?.n}]]`)]);
    const refused = await rowsAs(page, 'DELETE FROM messages');
    expect(refused.status).toBe(400);
    expect(refused.text).toContain('db query error: pq:');
  });

  journey('is not told to another site', async ({ open, expectErrors }) => {
    expectErrors(/status of 403|net::ERR_|CORS policy|NotSameOrigin|favicon/);
    const page = await open('/dashboards');
    const { port } = new URL(page.url());
    // A page of the same machine that lets its scripts ask whom they like.
    await page.goto(`${running().urls.prometheus}/-/ready`);
    const outcomes = await page.evaluate(async (server) => {
      const ask = (path: string, options: RequestInit) =>
        fetch(server + path, options).then(
          () => 'answered',
          () => 'blocked'
        );
      return [
        await ask('/api/search', {}),
        await ask('/api/search', { mode: 'no-cors' }),
        await ask('/api/ds/query', { mode: 'no-cors', method: 'POST', body: '{}' }),
      ];
    }, `http://localhost:${port}`);
    expect(outcomes).toEqual(['blocked', 'blocked', 'blocked']);
  });
});

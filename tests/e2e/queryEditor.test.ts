import { arrived, journey } from './harness/journey';

const explore = (query: object) =>
  `/explore?${new URLSearchParams({
    panes: JSON.stringify({
      a: { datasource: 'genwatch', queries: [{ refId: 'A', ...query }], range: { from: 'now-1d', to: 'now' } },
    }),
  })}`;

describe('the query editor', () => {
  journey('keeps what is chosen in the address, and shows it again from there', async ({ open }) => {
    const page = await open(explore({ kind: 'catalog', statement: 'validation.attempts_over_time' }));
    const interval = page.locator('#step-A');
    await interval.fill('6h');
    await interval.blur();
    await page.getByRole('button', { name: 'Run query' }).click();
    await page.waitForURL((url) => url.search.includes('6h'));
    await arrived(page);

    const { pathname, search } = new URL(page.url());
    const other = await open(pathname + search);
    expect(await other.locator('#step-A').inputValue()).toBe('6h');
    await other.getByRole('gridcell').first().waitFor();
  });

  journey('says next to the panel what is wrong with a query', async ({ open }) => {
    const page = await open(explore({ kind: 'catalog', statement: 'validation.attempts_over_time', step: 'often' }));
    await page.locator('[data-testid*="Panel status error"]').first().hover();
    await page.getByText('"often" is no interval').first().waitFor();
  });
});

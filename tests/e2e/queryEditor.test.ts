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
    await page.getByLabel('Interval').fill('6h');
    await page.getByLabel('Interval').blur();
    await page.getByRole('button', { name: 'Run query' }).click();
    await page.waitForURL((url) => url.search.includes('6h'));
    await arrived(page);
    const shared = page.url();

    const other = await open(new URL(shared).pathname + new URL(shared).search);
    expect(await other.getByLabel('Interval').inputValue()).toBe('6h');
    await other.getByRole('gridcell').first().waitFor();
  });

  journey('says next to the panel what is wrong with a query', async ({ open }) => {
    const page = await open(explore({ kind: 'catalog', statement: 'validation.attempts_over_time', step: 'often' }));
    await page.getByText('"often" is no interval').first().waitFor({ state: 'attached' });
  });
});

import { type BrowserContext } from 'playwright-core';
import { atRest } from './readPage';
import { type DataSource } from './serverChecks';

const PATIENCE_MS = 60_000;
const ALERT = '[data-testid="data-testid Data source settings page Alert"]';
const OUTCOME = ['success', 'warning', 'error'].map((one) => `${ALERT} [data-testid="data-testid Alert ${one}"]`);

/**
 * Presses the button as an administrator does. A provisioned data source is only tested; another one is saved as it is.
 * @returns what the data source says of its parts
 * @throws Error with what is wrong
 */
export async function saveAndTest(context: BrowserContext, url: string, { uid }: DataSource): Promise<string> {
  const page = await context.newPage();
  try {
    await page.goto(`${url}/connections/datasources/edit/${encodeURIComponent(uid)}`);
    await atRest(page);
    await page.getByRole('button', { name: /^(Save & test|Test)$/ }).click({ timeout: PATIENCE_MS });
    const answer = page.locator(OUTCOME.join(', '));
    await answer.waitFor({ timeout: PATIENCE_MS });
    // What is said for people who want a dashboard next is no part of the answer.
    const said = (await page.locator(ALERT).getAttribute('aria-label')) ?? (await answer.innerText());
    if ((await page.locator(OUTCOME[0] ?? '').count()) === 0) {
      throw new Error(said);
    }
    return said;
  } finally {
    await page.close();
  }
}

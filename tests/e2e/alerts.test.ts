import { type Page } from 'playwright-core';

import { deleteFaultRows, insertFaultRows } from '../../demo/faults/faultRows';
import { until } from '../../demo/servers/until';
import { arrived, journey } from './harness/journey';
import { stack } from './harness/stack';

const OVERVIEW = '/a/genwatch-codegen-app/overview';
const FAULT = 'journey';
const ATTEMPTS = 6;

const validation = (page: Page) => page.getByRole('article', { name: 'Code validation' });

/** Asks again until the page says so: what is told here comes through exporter, rules and Alertmanager. */
async function refreshUntil(page: Page, what: string, isSo: () => Promise<boolean>): Promise<void> {
  await until(
    async () => {
      await page.getByRole('button', { name: 'Refresh', exact: true }).click();
      await arrived(page);
      return isSo();
    },
    { what, timeoutMs: 40_000 }
  );
}

const startsLoop = () =>
  stack.database((client) =>
    insertFaultRows(
      client,
      FAULT,
      Array.from({ length: ATTEMPTS }, (_, i) => ({
        chat: 1,
        role: 'assistant' as const,
        content: 'Fixing it: x is not defined',
        scene: 'Endless intro',
        secondsAgo: 60 - i,
      }))
    )
  );
const endsLoop = () => stack.database((client) => deleteFaultRows(client, FAULT));

describe('a repair that goes round in circles', () => {
  afterAll(endsLoop);

  journey(
    'turns the overview red, leads to its runbook in three clicks, and is green again when it ends',
    async ({ open }) => {
      const page = await open(OVERVIEW);
      await refreshUntil(page, 'the light shines', () => validation(page).getByText('green').first().isVisible());

      await startsLoop();
      const alert = validation(page).getByText('A repair chain went past its attempt limit').first();
      await refreshUntil(page, 'the loop is told', () => alert.isVisible());
      await refreshUntil(page, 'the light is red', () => validation(page).getByText('red').first().isVisible());

      await validation(page).getByRole('link', { name: 'Code validation' }).click();
      await page.getByRole('heading', { name: 'Code validation', level: 1 }).waitFor();
      await page.getByRole('tab', { name: 'Alerts' }).click();
      await page.getByRole('link', { name: 'ValidationAttemptLimit' }).first().click();
      await page.getByRole('heading', { name: 'ValidationAttemptLimit', level: 1 }).waitFor();
      await page.getByRole('heading', { name: 'Diagnosis' }).waitFor();
      expect(await page.getByText('Find the chat and the scene in the list of offenders').count()).toBeGreaterThan(0);

      await endsLoop();
      await page.goto(OVERVIEW);
      await arrived(page);
      await refreshUntil(page, 'all is well again', () => validation(page).getByText('green').first().isVisible());
      await refreshUntil(page, 'the alert is gone', async () => !(await alert.isVisible()));
    }
  );
});

import { arrived, journey } from './harness/journey';
import { stack } from './harness/stack';

/** What browsers and the preview say of a server that is away. */
const AWAY = /status of (400|404|50\d)/;

describe('while a server is away', () => {
  afterEach(async () => {
    // Starting what runs changes nothing.
    await stack.start('prometheus');
    await stack.start('alertmanager');
  });

  journey(
    'without Prometheus the overview knows no state and says why, until it is back',
    async ({ open, expectErrors }) => {
      expectErrors(AWAY);
      const page = await open('/a/genwatch-codegen-app/overview');
      const card = page.getByRole('article', { name: 'Code validation' });
      await stack.stop('prometheus');
      await page.getByRole('button', { name: 'Refresh', exact: true }).click();
      await card.getByText('unknown').first().waitFor();
      await page.getByText(/parts? of this page could not be read/).waitFor();

      await stack.start('prometheus');
      await page.getByRole('button', { name: 'Refresh', exact: true }).click();
      await arrived(page);
      await page.getByText(/parts? of this page could not be read/).waitFor({ state: 'detached' });
    }
  );

  journey(
    'without Alertmanager the alerts come from Prometheus, and the page says what is missing',
    async ({ open, expectErrors }) => {
      expectErrors(AWAY);
      await stack.stop('alertmanager');
      const page = await open('/a/genwatch-codegen-app/alerts');
      await page
        .getByText(/Alertmanager/)
        .first()
        .waitFor();
      expect(await page.getByRole('heading', { name: 'Alerts', level: 1 }).isVisible()).toBe(true);
    }
  );
});

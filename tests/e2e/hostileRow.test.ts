import { deleteFaultRows, insertFaultRows } from '../../demo/faults/faultRows';
import { journey } from './harness/journey';
import { stack } from './harness/stack';

const FAULT = 'hostile';
/** What a model may write and a user may name: markup, both kinds of quotes, an emoji, text that runs from right to left. */
const SCENE = `<img src=x onerror="window.hacked=1"> "it's" \${x} 🙈 \u202Edlrow`;
const MEGABYTE = 1_000_000;
const ATTEMPTS = 5;

interface Attacked {
  hacked?: number;
}

describe('a row that means harm', () => {
  beforeAll(() =>
    stack.database((client) =>
      insertFaultRows(
        client,
        FAULT,
        Array.from({ length: ATTEMPTS }, (_, i) => ({
          chat: 1,
          role: 'assistant' as const,
          content: `Fixing it: <script>window.hacked=1</script> ${'x'.repeat(i === 0 ? MEGABYTE : 10)}`,
          scene: SCENE,
          secondsAgo: 120 - i,
        }))
      )
    )
  );
  afterAll(() => stack.database((client) => deleteFaultRows(client, FAULT)));

  for (const place of ['/d/genwatch-validation', '/a/genwatch-codegen-app/systems/validation/health']) {
    journey(`is text on ${place}`, async ({ open }) => {
      const page = await open(`${place}?from=now-1h&to=now`, { height: 4000 });
      await page.getByText(SCENE, { exact: true }).first().waitFor();
      expect(await page.locator('img[src="x"]').count()).toBe(0);
      expect(await page.evaluate(() => (window as Attacked).hacked)).toBeUndefined();
    });
  }
});

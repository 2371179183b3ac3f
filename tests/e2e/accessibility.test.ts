import { readFileSync } from 'node:fs';
import { type AxeResults } from 'axe-core';
import { type Page } from 'playwright-core';

import { journey } from './harness/journey';

const APP = '/a/genwatch-codegen-app';
const PLACES = [
  'overview',
  'systems/validation/health',
  'alerts',
  'alerts/ValidationAttemptLimit',
  'thresholds',
  'runbooks',
];
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/**
 * In components of @grafana/ui and scenes: the name of the refresh interval, what a closed row of a table would control,
 * and the level of a row's heading.
 */
const GRAFANAS_OWN = ['label-content-name-mismatch', 'aria-valid-attr-value', 'aria-required-attr'];
/** The switch of annotations, whose label scenes ties to something else. */
const ANNOTATIONS_SWITCH = 'id="data-layer-';

/** What axe finds serious, with where it is. */
async function seriousFindings(page: Page): Promise<string[]> {
  // The page lets no strange script in; the browser's own tools may.
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: { run(where: string): Promise<AxeResults> } }).axe.run('main')
  );
  return violations
    .filter(({ id, impact }) => (impact === 'serious' || impact === 'critical') && !GRAFANAS_OWN.includes(id))
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`))
    .filter((finding) => !finding.includes(ANNOTATIONS_SWITCH));
}

describe('who cannot see or point', () => {
  for (const place of PLACES) {
    journey(`finds nothing serious in the way on ${place}`, async ({ open }) => {
      expect(await seriousFindings(await open(`${APP}/${place}`))).toEqual([]);
    });
  }

  // Only its colours differ.
  journey('reads everything in the light theme, too', async ({ open }) => {
    expect(await seriousFindings(await open(`${APP}/alerts/ValidationAttemptLimit`, { theme: 'light' }))).toEqual([]);
  });

  journey('gets from the overview to the runbook of an alert by keyboard alone', async ({ open }) => {
    const page = await open(`${APP}/overview`);
    await press(page, 'Code validation');
    await page.getByRole('heading', { name: 'Code validation', level: 1 }).waitFor();
    await press(page, 'Alerts', 'main');
    await press(page, 'ValidationAttemptLimit');
    await page.getByRole('heading', { name: 'Diagnosis' }).waitFor();
  });
});

const MOST_STEPS = 120;

/** Tabs to what is called so, and presses Enter: what cannot be reached so is not there for a keyboard. */
async function press(page: Page, name: string, inside?: string): Promise<void> {
  for (let i = 0; i < MOST_STEPS; i++) {
    await page.keyboard.press('Tab');
    const isThere = await page.evaluate(
      ([wanted, area]) => {
        const focused = document.activeElement;
        return focused !== null && focused.textContent?.trim() === wanted && (!area || focused.closest(area));
      },
      [name, inside]
    );
    if (isThere) {
      await page.keyboard.press('Enter');
      return;
    }
  }
  throw new Error(`"${name}" was not reached in ${MOST_STEPS} steps of the Tab key.`);
}

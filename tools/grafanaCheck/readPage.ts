import { type BrowserContext, type Page } from 'playwright-core';
import { failedRequest } from './failedRequest';
import { type PageFacts } from './pageFacts';

/** For a Grafana far away, or on a busy machine. */
const PATIENCE_MS = 60_000;
/** A page is at rest when nothing loads and nothing was asked for so long. */
const REST_MS = 700;

/** What Grafana shows while something loads, on pages and on panels. */
const LOADING = [
  '[aria-label="Panel loading bar"]',
  '[data-testid="Spinner"]',
  '[data-testid="Loading indicator"]',
  '.preloader',
].join(', ');

const PANEL = '[data-viz-panel-key]';

/** Titles of panels in which nothing is drawn, not even that there is no data. Runs in the browser. */
const blankPanels = (panels: Element[]): string[] =>
  panels
    .filter((panel) => {
      const content = panel.querySelector('[data-testid="data-testid panel content"]');
      return content && content.textContent?.trim() === '' && !content.querySelector('canvas, svg, img, table');
    })
    .map(
      (panel) => panel.querySelector('[data-testid^="data-testid Panel header "]')?.getAttribute('data-testid') ?? ''
    );

export interface ReadPage {
  readonly facts: PageFacts;
  /** Addresses of all links on the page. */
  readonly links: readonly string[];
}

/** Opens a page of Grafana in a tab of its own, and tells what is on it once it is at rest. */
export async function readPage(context: BrowserContext, url: string, path: string): Promise<ReadPage> {
  const page = await context.newPage();
  try {
    const heard = listen(page, url);
    await page.goto(url + path, { waitUntil: 'domcontentloaded', timeout: PATIENCE_MS });
    const unfinished = !(await atRest(page));
    const { links, ...seen } = await lookAround(page);
    return { facts: { ...seen, ...heard(), unfinished }, links };
  } finally {
    await page.close();
  }
}

/** Collects what goes wrong from now on. */
function listen(page: Page, url: string): () => Pick<PageFacts, 'console' | 'failed'> {
  const console = new Set<string>();
  const failed = new Set<string>();
  page.on('pageerror', (error) => console.add(firstLine(error.message)));
  page.on('console', (message) => {
    // A failed request is told twice; as a request it is told better.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      console.add(firstLine(message.text()));
    }
  });
  page.on('response', (response) => {
    const told = failedRequest(response.request().method(), response.url(), response.status());
    if (told !== undefined && response.url().startsWith(url)) {
      failed.add(told);
    }
  });
  return () => ({ console: [...console], failed: [...failed] });
}

const firstLine = (text: string): string => (text.split('\n')[0] ?? '').slice(0, 200);

/** Waits until nothing loads any more; answers whether that came. */
export async function atRest(page: Page): Promise<boolean> {
  const deadline = Date.now() + PATIENCE_MS;
  await page.waitForLoadState('networkidle', { timeout: PATIENCE_MS }).catch(() => undefined);
  let quietSince: number | undefined;
  while (Date.now() < deadline) {
    const pending = (await page.locator(LOADING).count()) + (await page.locator(PANEL).evaluateAll(blankPanels)).length;
    quietSince = pending > 0 ? undefined : (quietSince ?? Date.now());
    if (quietSince !== undefined && Date.now() - quietSince >= REST_MS) {
      return true;
    }
    await page.waitForTimeout(100);
  }
  return false;
}

/** What is on the page now. Functions that run in the browser are given no name: tsx would have them ask for a helper of its own. */
async function lookAround(
  page: Page
): Promise<Pick<PageFacts, 'heading' | 'panels' | 'errors'> & Pick<ReadPage, 'links'>> {
  const blank = new Set((await page.locator(PANEL).evaluateAll(blankPanels)).map(titleOf));
  const panels = await page.locator(PANEL).evaluateAll((elements) =>
    elements.map((panel) => {
      const header = panel.querySelector('[data-testid^="data-testid Panel header "]');
      const status = panel.querySelector('[data-testid="data-testid Panel status error"]');
      return {
        header: header?.getAttribute('data-testid') ?? '',
        ...(status && { error: 'it has the mark of an error' }),
        empty: panel.querySelector('[data-testid="data-testid Panel data error message"]') !== null,
      };
    })
  );
  const texts = async (selector: string) => (await page.locator(selector).allTextContents()).map((text) => text.trim());
  const [heading] = await texts('main h1, h1');
  return {
    heading: heading || ((await texts('nav[aria-label="Breadcrumbs"] li')).at(-1) ?? ''),
    panels: panels.map(({ header, ...panel }) => ({
      title: titleOf(header),
      blank: blank.has(titleOf(header)),
      ...panel,
    })),
    errors: (await texts('[data-testid="data-testid Alert error"]')).map((text) => text.slice(0, 200)),
    links: await page.locator('a[href]').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? '')),
  };
}

const titleOf = (header: string): string => header.replace('data-testid Panel header ', '');

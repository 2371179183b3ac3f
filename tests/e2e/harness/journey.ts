import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';

import { running } from './stack';

const SCREENSHOTS = path.resolve(__dirname, '../../../artifacts/e2e');
/** Long enough for a busy machine; nothing waits for it when all is well. */
const TIMEOUT_MS = 20_000;

export interface OpenOptions {
  readonly width?: number;
  readonly height?: number;
  readonly theme?: 'dark' | 'light';
  readonly language?: 'en-US' | 'de-DE';
  /** All pages that are open act in the role of the one that was opened last. */
  readonly role?: 'viewer' | 'editor' | 'admin';
}

/** What a journey is given. */
export interface Traveller {
  /** Opens a place of the preview, such as `/d/genwatch-validation`, and waits until its data have arrived. */
  open(place: string, options?: OpenOptions): Promise<Page>;
  /** Errors on the console that belong to the story, such as those of a server that is stopped. */
  expectErrors(pattern: RegExp): void;
}

/**
 * A test of what a person does in a browser. It also fails when a page writes an error to its console; when it fails,
 * pictures of its pages are in artifacts/e2e.
 */
export function journey(name: string, travel: (traveller: Traveller) => Promise<void>): void {
  it(name, async () => {
    const browser = await context();
    const pages: Page[] = [];
    const errors: string[] = [];
    const expected: RegExp[] = [];
    const open: Traveller['open'] = async (
      place,
      { width = 1280, height = 900, theme = 'dark', language = 'en-US', role = 'admin' } = {}
    ) => {
      const page = await browser.newPage();
      pages.push(page);
      await page.setViewportSize({ width, height });
      page.setDefaultTimeout(TIMEOUT_MS);
      page.on(
        'console',
        (message) => message.type() === 'error' && errors.push(`${message.text()} (${message.location().url})`)
      );
      page.on('pageerror', (error) => errors.push(error.stack ?? error.message));
      await page.goto(withChoices(place, { theme, lang: language, role }));
      await arrived(page);
      return page;
    };
    try {
      await travel({ open, expectErrors: (pattern) => void expected.push(pattern) });
      expect(errors.filter((error) => !expected.some((pattern) => pattern.test(error)))).toEqual([]);
    } catch (error) {
      await takePictures(pages, name);
      throw error;
    } finally {
      await Promise.all(pages.map((page) => page.close()));
    }
  });
}

/** Waits until a page has its title, has asked for everything it shows, and shows no sign of loading. */
export async function arrived(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.getByLabel('Panel loading bar').first().waitFor({ state: 'detached' });
}

let opened: Promise<BrowserContext> | undefined;

/** One for the whole file: what a browser has loaded once it keeps, as a person's does. */
async function context(): Promise<BrowserContext> {
  opened ??= chromium
    .connect(running().browser)
    .then((browser) => browser.newContext({ baseURL: running().previewUrl, reducedMotion: 'reduce' }));
  return opened;
}
afterAll(async () => (await opened)?.browser()?.close());

function withChoices(place: string, choices: Readonly<Record<string, string>>): string {
  const url = new URL(place, 'http://preview');
  Object.entries(choices).forEach(([name, value]) => url.searchParams.set(name, value));
  return url.pathname + url.search;
}

async function takePictures(pages: readonly Page[], name: string): Promise<void> {
  mkdirSync(SCREENSHOTS, { recursive: true });
  const file = name.replace(/\W+/g, '-').slice(0, 80);
  await Promise.all(
    pages.map((page, i) =>
      // The page may be what broke.
      page.screenshot({ path: path.join(SCREENSHOTS, `${file}${i === 0 ? '' : `-${i}`}.png`) }).catch(() => undefined)
    )
  );
}

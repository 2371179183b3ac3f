import { type BrowserContext } from 'playwright-core';

import { type Account } from './account';

/** So high that everything on a page is drawn: panels out of sight are not. */
const VIEWPORT = { width: 1280, height: 6000 };

/**
 * Does something in a browser where the account is logged in, and logs out again whatever happens.
 * @throws Error when the login is refused
 */
export async function inBrowser<T>(
  executablePath: string,
  url: string,
  { user, password }: Account,
  run: (context: BrowserContext) => Promise<T>
): Promise<T> {
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-sync'] });
  try {
    const context = await browser.newContext({ viewport: VIEWPORT });
    const login = await context.request.post(`${url}/login`, { data: { user, password } });
    if (!login.ok()) {
      throw new Error(`${user} could not log in, Grafana answered ${login.status()}: is the login form switched off?`);
    }
    try {
      return await run(context);
    } finally {
      await context.request.get(`${url}/logout`, { maxRedirects: 0 });
    }
  } finally {
    await browser.close();
  }
}

import { findChromium } from './findChromium';
import { jestSuite } from './jestSuite';
import { type Suite } from './suite';

const REMEDY = 'install it (Debian: apt install chromium), or name it in CHROMIUM';

/**
 * Chromium on the preview with the real servers. Without a Chromium the suite is not run, except in CI, where it then fails.
 * One file after the other: all look at the same stack.
 */
export function e2eSuite(env: NodeJS.ProcessEnv = process.env): Suite {
  return {
    name: 'e2e',
    async run(report) {
      if (findChromium(env) !== undefined) {
        return jestSuite({ name: 'e2e', projects: ['e2e'], workers: 1 }).run(report);
      }
      if (env.CI) {
        throw new Error(`no Chromium was found, and CI needs one: ${REMEDY}`);
      }
      return { passed: 0, failed: 0, notRun: `no Chromium was found: ${REMEDY}` };
    },
  };
}

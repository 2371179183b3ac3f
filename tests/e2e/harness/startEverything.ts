import path from 'node:path';
import { chromium } from 'playwright-core';

import { freePort } from '../../../demo/servers/port';
import { until } from '../../../demo/servers/until';
import { startControlServer } from '../../../demo/stack/controlServer';
import { buildPlugin } from '../../../demo/stack/page/buildPlugin';
import { createPlan } from '../../../demo/simulator/plan/plan';
import { applicationMetrics } from '../../../demo/simulator/application/metrics';
import { serveApplication } from '../../../demo/simulator/application/serve';
import { seedHistory } from '../../../demo/simulator/seed';
import { ensureHost, hostFolder } from '../../../preview/bundle/ensureHost';
import { readDataSources } from '../../../preview/server/settings/dataSources';
import { readSecrets } from '../../../preview/server/settings/secrets';
import { startPreview } from '../../../preview/server/startPreview';
import { findChromium } from '../../../tools/suites/findChromium';
import { PARTS, quickSettings, startAlertChain } from '../../integration/alertChain';
import { CHROMIUM_FLAGS } from './chromiumFlags';
import { everything } from './everything';
import { E2E_VARIABLE, type Running } from './running';

const ROOT = path.resolve(__dirname, '../../..');
const DAYS = 2;
const MESSAGES = 4_000;

/** Before the first test of the suite: the real servers, the preview on them, and one Chromium for all files. */
export default async function startEverything(): Promise<void> {
  const executablePath = findChromium();
  if (executablePath === undefined) {
    throw new Error('No Chromium was found: install it (Debian: apt install chromium), or name it in CHROMIUM.');
  }
  const closing: Array<() => Promise<unknown>> = [];
  everything.close = async () => {
    for (const close of closing.reverse()) {
      await close();
    }
  };
  const [chain] = await Promise.all([
    startChain(closing),
    buildPlugin(ROOT, new AbortController().signal),
    ensureHost({ projectRoot: ROOT, out: hostFolder(ROOT) }),
  ]);
  const { urls } = chain;
  const provisioning = path.join(chain.folder, 'provisioning/grafana/datasources/genwatch.yaml');
  const variables = {
    GENWATCH_EXPORTER_URL: urls.exporter,
    GENWATCH_CONSOLE_URL: urls.console,
    GENWATCH_ALERTMANAGER_URL: urls.alertmanager,
    GENWATCH_REVIEW_SECRET: chain.reviewSecret,
  };
  const preview = await startPreview({
    port: await freePort(),
    pluginFolder: path.join(ROOT, 'dist'),
    dashboardsFolder: path.join(chain.folder, 'dashboards'),
    hostFolder: hostFolder(ROOT),
    databaseUrl: urls.postgres,
    prometheusUrl: urls.prometheus,
    dataSources: await readDataSources(provisioning, variables),
    secrets: await readSecrets(provisioning, variables),
  });
  closing.push(() => preview.close());
  const control = await startControlServer({
    state: () => ({}),
    act: async (name, action) => {
      const part = PARTS.find((one) => one === name);
      if (!part || action === 'restart') {
        throw new Error(`There is no ${name} to ${action}. There are: ${PARTS.join(', ')}`);
      }
      await chain[action](part);
    },
  });
  closing.push(() => control.close());
  const browser = await chromium.launchServer({ executablePath, args: [...CHROMIUM_FLAGS] });
  closing.push(() => browser.close());
  const running: Running = {
    previewUrl: preview.url,
    browser: browser.wsEndpoint(),
    control: { url: control.url, token: control.token },
    urls,
  };
  process.env[E2E_VARIABLE] = JSON.stringify(running);
}

async function startChain(closing: Array<() => Promise<unknown>>) {
  const listen = `127.0.0.1:${await freePort()}`;
  const application = await serveApplication({
    listen,
    metrics: applicationMetrics({ plan: createPlan(), disturbances: () => [], clock: Date.now }),
    isReady: () => true,
    onError: (error) => {
      throw error;
    },
  });
  closing.push(() => application.close());
  const quick = quickSettings();
  const chain = await startAlertChain({ ...quick, targets: { ...quick.targets, application: [listen] } }, '1s');
  closing.push(() => chain.close());
  await chain.database((client) => seedHistory(client, { days: DAYS, messages: MESSAGES }));
  await until(async () => (await chain.value('platform:exporter_up:max')) === 1, {
    what: 'Prometheus records what it reads of the exporter',
    timeoutMs: 60_000,
  });
  return chain;
}

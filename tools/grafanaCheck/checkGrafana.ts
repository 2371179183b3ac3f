import { type BrowserContext } from 'playwright-core';

import app from '../../src/plugin.json';
import { type Account } from './account';
import { inBrowser } from './browser';
import { grafanaApi, type GrafanaApi } from './grafanaApi';
import { importDashboard, temporaryFolder, type DashboardFile, type TemporaryFolder } from './importedDashboards';
import { linksToWalk } from './linksToWalk';
import { outcomeOf, Skipped, type Outcome } from './outcome';
import { judgePage, type Expectation } from './pageFacts';
import { readPage } from './readPage';
import { refusedWrites } from './refusedWrites';
import { saveAndTest } from './saveAndTest';
import { checkServer, type DataSource, type Server } from './serverChecks';
import { temporaryViewer, type TemporaryViewer } from './temporaryViewer';

export interface GrafanaCheck {
  /** Where Grafana is, without a slash at the end. */
  readonly url: string;
  readonly account: Account;
  /** Program of a browser; without one nothing is looked at. */
  readonly chromium: string | undefined;
  readonly dashboards: readonly DashboardFile[];
  /** Titles of panels that are empty while all is well. */
  readonly mayBeEmpty: ReadonlySet<string>;
  readonly allowEmpty: boolean;
  /** Told each outcome at once. */
  readonly report: (outcome: Outcome) => void;
}

const ROOT = `/a/${app.id}`;
/** A page that links to ever new ones must not keep us for ever. */
const MOST_PAGES = 80;

/** Walks through a Grafana with Genwatch in it, and leaves nothing behind: what was imported and the login are removed. */
export async function checkGrafana(options: GrafanaCheck): Promise<void> {
  const { url, account, chromium, report } = options;
  const api = grafanaApi(url, account);
  const server = await checkServer(api, report);
  const folder = await temporaryFolder(api).catch((cause: unknown) => {
    throw new Error(
      `${account.user} may not make a folder in ${url}, so nothing can be imported: use an administrator.`,
      {
        cause,
      }
    );
  });
  try {
    const imported = await importAll(api, folder, options);
    if (chromium === undefined) {
      const skip = () => Promise.reject(new Skipped('no Chromium on PATH: install one, or name it in CHROMIUM'));
      report(await outcomeOf('browser', 'pages, dashboards, Save & test', skip));
    } else {
      await inBrowser(chromium, url, account, (context) => lookAtAll(context, options, api, server, imported));
    }
    await checkAsViewer(options, api, server);
  } finally {
    report(await outcomeOf('import', 'nothing is left behind', () => removed(api, folder)));
  }
}

/** Uids of what could be imported, by file. */
async function importAll(
  api: GrafanaApi,
  folder: TemporaryFolder,
  { dashboards, report }: GrafanaCheck
): Promise<ReadonlyMap<string, string>> {
  const sources = await api.get<DataSource[]>('/api/datasources');
  const imported = new Map<string, string>();
  for (const dashboard of dashboards) {
    const outcome = await outcomeOf('import', dashboard.file, async () => {
      imported.set(dashboard.file, await importDashboard(api, dashboard, folder, sources));
      return `taken as “${dashboard.dashboard.title}”`;
    });
    report(outcome);
  }
  return imported;
}

async function removed(api: GrafanaApi, folder: TemporaryFolder): Promise<string> {
  await folder.remove();
  const left = await api.get<readonly unknown[]>(`/api/search?folderUIDs=${folder.uid}`);
  if (left.length > 0) {
    throw new Error(`${left.length} dashboards are still in the folder ${folder.uid}: remove it by hand`);
  }
  return 'the folder of the imports is removed';
}

/** Who may only look sees the pages of the navigation, and changes nothing. */
async function checkAsViewer(
  { chromium, report, ...options }: GrafanaCheck,
  api: GrafanaApi,
  { nested, pages }: Server
): Promise<void> {
  let viewer: TemporaryViewer | undefined;
  try {
    report(
      await outcomeOf('viewer', 'a Viewer to look as', async () => {
        viewer = await temporaryViewer(api);
        return viewer.account.user;
      })
    );
    if (viewer === undefined) {
      return;
    }
    const { account } = viewer;
    if (nested) {
      report(await outcomeOf('viewer', 'writes are refused', () => refusedWrites(options.url, account, nested.uid)));
    }
    if (chromium !== undefined) {
      await inBrowser(chromium, options.url, account, async (context) => {
        for (const page of pages) {
          const expectation = { ...options, needsPanels: false };
          await lookAt(context, { ...options, report }, 'viewer', page.replace(`${ROOT}/`, ''), page, expectation);
        }
      });
    }
  } finally {
    await viewer?.remove();
  }
}

async function lookAtAll(
  context: BrowserContext,
  options: GrafanaCheck,
  api: GrafanaApi,
  server: Server,
  imported: ReadonlyMap<string, string>
): Promise<void> {
  const { url, report, mayBeEmpty, allowEmpty } = options;
  const { nested } = server;
  const outcome = await outcomeOf('data source', 'Save & test', async () => {
    if (nested === undefined) {
      throw new Skipped('there is no data source to test');
    }
    return saveAndTest(context, url, nested);
  });
  report(outcome);

  await walkApp(context, options, server.pages);

  const provisioned = await api.get<ReadonlyArray<{ uid: string }>>('/api/search?type=dash-db&tag=genwatch&limit=1000');
  const copies = new Set(imported.values());
  const there = provisioned.filter(({ uid }) => !copies.has(uid)).map(({ uid }) => [uid, uid] as const);
  const variables = new URLSearchParams({
    ...(nested?.jsonData.prometheusUid && { 'var-prometheus': nested.jsonData.prometheusUid }),
    ...(nested?.jsonData.postgresUid && { 'var-postgres': nested.jsonData.postgresUid }),
  });
  const all = [...there, ...[...imported].map(([file, uid]) => [`${file}, imported`, uid] as const)];
  for (const [name, uid] of all) {
    const expectation = { mayBeEmpty, allowEmpty, needsPanels: true };
    await lookAt(context, options, 'dashboard', name, `/d/${uid}?${variables}`, expectation);
  }
}

/** Every page that can be reached from the pages of the navigation by links. */
async function walkApp(context: BrowserContext, options: GrafanaCheck, pages: readonly string[]): Promise<void> {
  const { url, mayBeEmpty, allowEmpty } = options;
  const found = [...new Set(pages)];
  for (let next = 0; next < Math.min(found.length, MOST_PAGES); next++) {
    const path = found[next] ?? '';
    const expectation = { mayBeEmpty, allowEmpty, needsPanels: false };
    const links = await lookAt(context, options, 'page', path.replace(`${ROOT}/`, ''), path, expectation);
    found.push(...linksToWalk(links, url, ROOT).filter((link) => !found.includes(link)));
  }
}

/** Reports how a page is, and answers its links. */
async function lookAt(
  context: BrowserContext,
  { url, report }: Pick<GrafanaCheck, 'url' | 'report'>,
  area: string,
  name: string,
  path: string,
  expectation: Expectation
): Promise<readonly string[]> {
  let links: readonly string[] = [];
  const outcome = await outcomeOf(area, name, async () => {
    const read = await readPage(context, url, path);
    links = read.links;
    return judgePage(read.facts, expectation);
  });
  report(outcome);
  return links;
}

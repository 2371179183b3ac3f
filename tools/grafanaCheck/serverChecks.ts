import app from '../../src/plugin.json';
import nested from '../../src/datasource/plugin.json';
import { type GrafanaApi } from './grafanaApi';
import { outcomeOf, type Outcome } from './outcome';
import { isAtLeast } from './version';

/** A data source as Grafana's API tells it. */
export interface DataSource {
  readonly uid: string;
  readonly name: string;
  readonly type: string;
  readonly readOnly: boolean;
  readonly jsonData: {
    readonly postgresUid?: string;
    readonly prometheusUid?: string;
    readonly settings?: object;
  };
}

/** What the other checks need to know of the server. */
export interface Server {
  readonly nested?: DataSource;
  /** Paths of the app's pages in the navigation. */
  readonly pages: readonly string[];
}

const NEEDED = app.dependencies.grafanaDependency.replace('>=', '');

/** Version, app and data sources. What is missing fails here, and is left out of what is answered. */
export async function checkServer(api: GrafanaApi, report: (outcome: Outcome) => void): Promise<Server> {
  const check = async (area: string, name: string, run: () => Promise<string>) =>
    report(await outcomeOf(area, name, run));

  await check('server', 'Grafana', async () => {
    const { version } = await api.get<{ version: string }>('/api/health');
    if (!isAtLeast(version, NEEDED)) {
      throw new Error(`is version ${version}, Genwatch needs ${NEEDED} or newer`);
    }
    return `version ${version}`;
  });

  let pages: readonly string[] = [];
  await check('provisioning', `app ${app.id}`, async () => {
    const settings = await api.get<{ enabled: boolean; info: { version: string } }>(`/api/plugins/${app.id}/settings`);
    if (!settings.enabled) {
      throw new Error('is installed, but not enabled: enable it, or provision it with provisioning/grafana/plugins');
    }
    pages = await pagesOf(api);
    return `enabled, version ${settings.info.version}, ${pages.length} pages in the navigation`;
  });

  const sources = await api.get<DataSource[]>('/api/datasources').catch(() => []);
  const own = sources.find(({ type }) => type === nested.id);
  await check('provisioning', `data source ${nested.name}`, async () => {
    if (own === undefined) {
      throw new Error(`there is none of type ${nested.id}: add one, or use provisioning/grafana/datasources`);
    }
    return `${own.name} (${own.uid})${own.readOnly ? ', provisioned' : ', made by hand'}${own.jsonData.settings ? ', with settings' : ''}`;
  });
  for (const [title, uid] of [
    ['PostgreSQL', own?.jsonData.postgresUid],
    ['Prometheus', own?.jsonData.prometheusUid],
  ] as const) {
    await check('provisioning', `delegate ${title}`, async () => {
      const source = sources.find((one) => one.uid === uid);
      if (uid === undefined || source === undefined) {
        throw new Error(uid ? `${uid} is named, but there is none` : `is not chosen in ${nested.name}`);
      }
      const { message } = await api.get<{ message: string }>(`/api/datasources/uid/${uid}/health`);
      return `${source.name} (${uid}): ${message}`;
    });
  }
  await check('provisioning', 'data source Alertmanager', async () => {
    const source = sources.find(({ type }) => type === 'alertmanager');
    if (source === undefined) {
      throw new Error('there is none: without it Grafana cannot show or make silences');
    }
    const path = `/api/datasources/proxy/uid/${source.uid}/api/v2/status`;
    const { versionInfo } = await api.get<{ versionInfo?: { version: string } }>(path);
    return `${source.name} (${source.uid}): version ${versionInfo?.version ?? 'unknown'}`;
  });
  return { pages, ...(own && { nested: own }) };
}

/** Pages of the app, from the manifest that Grafana loaded. */
async function pagesOf(api: GrafanaApi): Promise<readonly string[]> {
  const { includes } = await api.get<{ includes: ReadonlyArray<{ type: string; path?: string }> | null }>(
    `/api/plugins/${app.id}/settings`
  );
  return (includes ?? [])
    .filter(({ type }) => type === 'page')
    .flatMap(({ path }) => (path ? [path.replace('%PLUGIN_ID%', app.id)] : []));
}

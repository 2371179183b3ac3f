import { type BootSettings } from '../../server/settings/bootSettings';
import { type PluginJson } from '../../server/settings/pluginJson';
import { type Choices } from './choices';

/** Where the built plugin is served, as Grafana serves it. */
export const pluginFolder = (app: PluginJson): string => `public/plugins/${app.id}`;

/** Kinds of panels that the preview draws. */
export const PANEL_IDS = [
  'timeseries',
  'stat',
  'gauge',
  'bargauge',
  'barchart',
  'table',
  'state-timeline',
  'text',
] as const;
export type PanelId = (typeof PANEL_IDS)[number];

const information = (name: string) => ({
  name,
  author: { name: 'Genwatch preview' },
  description: '',
  links: [],
  logos: { small: '', large: '' },
  screenshots: [],
  updated: '',
  version: '1.0.0',
});

const panelMeta = (id: PanelId, sort: number) => ({
  id,
  name: id,
  type: 'panel',
  sort,
  info: information(id),
  module: `core:plugin/${id}`,
  baseUrl: `public/app/plugins/panel/${id}`,
  skipDataQuery: id === 'text',
  state: '',
  hideFromList: false,
  angular: { detected: false },
});

function dataSourceMeta(type: string, { app, nested }: BootSettings) {
  return type === nested.id
    ? { ...nested, module: `${pluginFolder(app)}/datasource/module.js`, baseUrl: `${pluginFolder(app)}/datasource` }
    : { id: type, name: type, type: 'datasource', info: information(type), module: `core:plugin/${type}`, baseUrl: '' };
}

/** What Grafana's server puts into its page; Grafana's packages read it while they are loaded. */
export function bootData(settings: BootSettings, { theme, language, role }: Choices, origin: string) {
  const { app, dataSources } = settings;
  return {
    user: {
      id: 1,
      uid: 'preview',
      login: 'preview',
      email: '',
      name: 'Preview',
      theme,
      lightTheme: theme === 'light',
      orgId: 1,
      orgName: 'Preview',
      orgRole: role,
      isSignedIn: true,
      isGrafanaAdmin: false,
      timezone: 'browser',
      weekStart: 'monday',
      locale: language,
      regionalFormat: language,
      language,
      permissions: {},
    },
    navTree: [],
    assets: { dark: '', light: '' },
    settings: {
      appUrl: `${origin}/`,
      appSubUrl: '',
      buildInfo: { version: '12.4.10', commit: 'preview', env: 'production', edition: 'Open Source' },
      featureToggles: {},
      defaultDatasource: dataSources.find(({ isDefault }) => isDefault)?.name ?? '',
      datasources: Object.fromEntries(
        dataSources.map((source, id) => [
          source.name,
          {
            ...source,
            id: id + 1,
            access: 'proxy',
            url: `/api/datasources/proxy/uid/${source.uid}`,
            readOnly: true,
            meta: {
              metrics: source.type !== 'alertmanager',
              annotations: true,
              enabled: true,
              angular: { detected: false },
              ...dataSourceMeta(source.type, settings),
            },
          },
        ])
      ),
      panels: Object.fromEntries(PANEL_IDS.map((id, sort) => [id, panelMeta(id, sort)])),
      apps: {
        [app.id]: { id: app.id, path: `${pluginFolder(app)}/module.js`, version: '', preload: true, angular: {} },
      },
      timePicker: { quickRanges: [] },
      minRefreshInterval: '5s',
      dateFormats: {
        fullDate: 'YYYY-MM-DD HH:mm:ss',
        interval: {
          millisecond: 'HH:mm:ss.SSS',
          second: 'HH:mm:ss',
          minute: 'HH:mm',
          hour: 'MM/DD HH:mm',
          day: 'MM/DD',
          month: 'YYYY-MM',
          year: 'YYYY',
        },
        useBrowserLocale: false,
      },
    },
  };
}

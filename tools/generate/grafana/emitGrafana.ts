import { stringify } from 'yaml';
import { type Catalog } from '../../../src/catalog/catalog';
import { type Settings } from '../../../src/catalog/settings/settings';
import nested from '../../../src/datasource/plugin.json';
import app from '../../../src/plugin.json';
import { header, type Bundle } from '../bundle';
import { dataSourceSettings } from './dataSourceSettings';
import { environmentFile, LOCAL_DATABASE } from './environmentFile';
import { environment, withoutExpansion } from './expansion';
import { serverAddresses } from './serverAddresses';

const FOLDER = 'provisioning/grafana';

/** Where a package of Grafana keeps what is not its own. */
const DASHBOARDS = '/var/lib/grafana/genwatch/dashboards';

/** Grafana lets the reading role hold so many connections; the role allows 20, of which the exporter takes one. */
const CONNECTIONS = 10;

/** Provisioning for a plain Grafana: data sources, the app, the dashboards, and the variables they read. */
export function emitGrafana({ settings }: Catalog): Bundle {
  return new Map([
    [`${FOLDER}/datasources/genwatch.yaml`, file('src/catalog/settings', dataSources(settings), ABOUT_DATA_SOURCES)],
    [`${FOLDER}/plugins/genwatch.yaml`, file('tools/generate/grafana', APPS, ABOUT_APPS)],
    [`${FOLDER}/dashboards/genwatch.yaml`, file('tools/generate/grafana', PROVIDERS)],
    [`${FOLDER}/genwatch.env`, environmentFile(serverAddresses(settings), LOCAL_DATABASE, DASHBOARDS)],
  ]);
}

const file = (source: string, content: object, about: readonly string[] = []): string =>
  header(source) +
  about.map((line) => `# ${line}\n`).join('') +
  stringify({ apiVersion: 1, ...content }, { lineWidth: 0, aliasDuplicateObjects: false });

const ABOUT_DATA_SOURCES = ['The variables are told in ../genwatch.env; secrets come from the environment, too.'];
const ABOUT_APPS = ['Grafana does not start when an app is provisioned that is not installed: install it first.'];

function dataSources(settings: Settings) {
  const told = dataSourceSettings(settings);
  return {
    datasources: [
      {
        name: 'Genwatch PostgreSQL',
        uid: 'genwatch-postgres',
        type: 'grafana-postgresql-datasource',
        access: 'proxy',
        url: environment('GENWATCH_POSTGRES_ADDRESS'),
        user: environment('GENWATCH_POSTGRES_USER'),
        jsonData: {
          database: environment('GENWATCH_POSTGRES_DATABASE'),
          sslmode: environment('GENWATCH_POSTGRES_SSLMODE'),
          postgresVersion: 1400,
          maxOpenConns: CONNECTIONS,
          maxIdleConns: 2,
          maxIdleConnsAuto: false,
        },
        secureJsonData: { password: environment('GENWATCH_POSTGRES_PASSWORD') },
      },
      {
        name: 'Genwatch Prometheus',
        uid: 'genwatch-prometheus',
        type: 'prometheus',
        access: 'proxy',
        url: environment('GENWATCH_PROMETHEUS_URL'),
        jsonData: {
          httpMethod: 'POST',
          timeInterval: settings.scrape.interval,
          manageAlerts: true,
          alertmanagerUid: 'genwatch-alertmanager',
        },
      },
      {
        name: 'Genwatch Alertmanager',
        uid: 'genwatch-alertmanager',
        type: 'alertmanager',
        access: 'proxy',
        url: environment('GENWATCH_ALERTMANAGER_URL'),
        jsonData: { implementation: 'prometheus', handleGrafanaManagedAlerts: false },
      },
      {
        name: nested.name,
        uid: 'genwatch',
        type: nested.id,
        access: 'proxy',
        jsonData: {
          postgresUid: 'genwatch-postgres',
          prometheusUid: 'genwatch-prometheus',
          exporterUrl: environment('GENWATCH_EXPORTER_URL'),
          alertmanagerUrl: environment('GENWATCH_ALERTMANAGER_URL'),
          consoleUrl: environment('GENWATCH_CONSOLE_URL'),
          ...(told && { settings: withoutExpansion(told) }),
        },
        secureJsonData: {
          exporterToken: environment('GENWATCH_EXPORTER_TOKEN'),
          reviewSecret: environment('GENWATCH_REVIEW_SECRET'),
        },
      },
    ],
  };
}

const APPS = { apps: [{ type: app.id, disabled: false }] };

const PROVIDERS = {
  providers: [
    {
      name: 'genwatch',
      type: 'file',
      folder: 'Genwatch',
      folderUid: 'genwatch',
      updateIntervalSeconds: 30,
      options: { path: environment('GENWATCH_DASHBOARDS') },
    },
  ],
};

import { type PreviewOptions } from '../options';

/** How the data sources of the preview are called; a provisioned Grafana uses the same uids. */
export const UIDS = { prometheus: 'genwatch-prometheus', postgres: 'genwatch-postgres', genwatch: 'genwatch' } as const;

/** A data source as a page knows it; secrets are not among it. */
export interface PreviewDataSource {
  readonly uid: string;
  readonly name: string;
  readonly type: string;
  readonly isDefault: boolean;
  readonly jsonData: Readonly<Record<string, unknown>>;
}

/** The three data sources of the preview: Grafana's two, and the plugin's own on top of them. */
export const dataSources = (options: PreviewOptions): readonly PreviewDataSource[] => [
  { uid: UIDS.prometheus, name: 'Prometheus', type: 'prometheus', isDefault: true, jsonData: { httpMethod: 'POST' } },
  { uid: UIDS.postgres, name: 'PostgreSQL', type: 'grafana-postgresql-datasource', isDefault: false, jsonData: {} },
  {
    uid: UIDS.genwatch,
    name: 'Genwatch data',
    type: 'genwatch-codegen-datasource',
    isDefault: false,
    jsonData: {
      postgresUid: UIDS.postgres,
      prometheusUid: UIDS.prometheus,
      exporterUrl: options.exporterUrl,
      alertmanagerUrl: options.alertmanagerUrl,
      consoleUrl: options.consoleUrl,
      ...(Object.keys(options.settings).length > 0 && { settings: options.settings }),
    },
  },
];

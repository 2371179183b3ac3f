import { type DataSourceJsonData } from '@grafana/data';

import { type Changes } from '../catalog/settings/merge';
import { type Settings } from '../catalog/settings/settings';

/** What an administrator configures; never a `url`, which would open every path of it to every viewer. */
export interface GenwatchOptions extends DataSourceJsonData {
  /** Grafana's PostgreSQL data source that reads the tables. */
  postgresUid?: string;
  /** Grafana's Prometheus data source that holds the series. */
  prometheusUid?: string;
  exporterUrl?: string;
  alertmanagerUrl?: string;
  consoleUrl?: string;
  /** What differs from the defaults, as `genwatch generate` writes it: tables, columns, phrases, thresholds. */
  settings?: Changes<Settings>;
}

export interface GenwatchSecrets {
  /** Bearer token of the exporter. */
  exporterToken?: string;
  /** What the exporter asks of every verdict on a test. */
  reviewSecret?: string;
}

import { type PreviewDataSource } from './settings/dataSources';
import { type Secrets } from './settings/secrets';

/** Where the preview listens, what it shows, and the servers behind it. */
export interface PreviewOptions {
  readonly port: number;
  /** The built plugin. */
  readonly pluginFolder: string;
  /** Dashboard JSON files, `<uid>.json`. */
  readonly dashboardsFolder: string;
  /** What `buildHost` made. */
  readonly hostFolder: string;
  /** Of a role that may read only; what it sends is read-only anyway. */
  readonly databaseUrl: string;
  readonly prometheusUrl: string;
  readonly dataSources: readonly PreviewDataSource[];
  /** What the routes of the data sources send along; it never leaves the server otherwise. */
  readonly secrets: Secrets;
}

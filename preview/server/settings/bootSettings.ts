import { join } from 'node:path';

import { type PreviewOptions } from '../options';
import { type PreviewDataSource } from './dataSources';
import { readDashboards } from './dashboards';
import { type PluginJson, readPluginJson } from './pluginJson';

/** What the page has to know before anything else is loaded. */
export interface BootSettings {
  readonly app: PluginJson;
  /** The plugin's nested data source. */
  readonly nested: PluginJson;
  readonly dataSources: readonly PreviewDataSource[];
  readonly dashboards: ReadonlyArray<{ readonly uid: string; readonly title: string }>;
}

export async function bootSettings(options: PreviewOptions): Promise<BootSettings> {
  const [app, nested, dashboards] = await Promise.all([
    readPluginJson(options.pluginFolder),
    readPluginJson(join(options.pluginFolder, 'datasource')),
    readDashboards(options.dashboardsFolder),
  ]);
  return {
    app,
    // Routes are the server's business: their headers name secrets.
    nested: { ...nested, routes: [] },
    dataSources: options.dataSources,
    dashboards: dashboards.map(({ uid, title }) => ({ uid, title })),
  };
}

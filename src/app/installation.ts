import { type DataSourceInstanceSettings } from '@grafana/data';
import { getDataSourceSrv } from '@grafana/runtime';

import { type Catalog } from '../catalog/catalog';
import { configuredCatalog } from '../catalog/configuredCatalog';
import { type GenwatchOptions } from '../datasource/options';
import datasourceJson from '../datasource/plugin.json';

/** What an administrator chose for the app; nothing has to be chosen. */
export interface AppOptions {
  /** The Genwatch data source to ask, where there are several; otherwise the first one. */
  readonly dataSourceUid?: string;
}

/** The Genwatch data source that the pages ask, and whom it asks in turn. */
export interface Source {
  readonly uid: string;
  readonly name: string;
  readonly options: GenwatchOptions;
}

/** What is monitored here: the catalog under the installation's settings, and who answers for it, if anybody. */
export interface Installation {
  readonly catalog: Catalog;
  readonly source?: Source;
}

/** All Genwatch data sources that the user may ask, the default one first. */
export const genwatchSources = (): Source[] =>
  getDataSourceSrv()
    .getList({ pluginId: datasourceJson.id })
    .sort((a, b) => Number(b.isDefault) - Number(a.isDefault))
    .map((settings) => ({ uid: settings.uid, name: settings.name, options: optionsOf(settings) }));

/**
 * The installation behind the data source that was chosen, or behind the first one that Grafana knows.
 * @throws Error when the settings of the data source make no catalog
 */
export function findInstallation({ dataSourceUid }: AppOptions = {}): Installation {
  const sources = genwatchSources();
  const source = sources.find(({ uid }) => uid === dataSourceUid) ?? sources[0];
  return { catalog: configuredCatalog(source?.options.settings), ...(source && { source }) };
}

const optionsOf = ({ jsonData }: DataSourceInstanceSettings): GenwatchOptions => jsonData;

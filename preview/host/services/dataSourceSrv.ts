import {
  type DataSourceApi,
  type DataSourceInstanceSettings,
  type DataSourceJsonData,
  type DataSourcePlugin,
  type DataSourceRef,
  type ScopedVars,
} from '@grafana/data';
import { type DataSourceSrv, type TemplateSrv } from '@grafana/runtime';
import { type DataQuery } from '@grafana/schema';

import { type ImportPlugin } from '../modules/importPlugin';

type Ref = DataSourceRef | string | null | undefined;
type Settings = DataSourceInstanceSettings<DataSourceJsonData>;
type Plugin = DataSourcePlugin<DataSourceApi<DataQuery>>;

interface Parts {
  readonly all: readonly Settings[];
  /** Data sources that come with Grafana, by type. */
  readonly core: Readonly<Record<string, (settings: Settings) => object>>;
  readonly importPlugin: ImportPlugin;
  readonly templateSrv: TemplateSrv;
}

/** The data sources of the preview; those of the plugin are loaded when first asked for. */
export function createDataSourceSrv({ all, core, importPlugin, templateSrv }: Parts): DataSourceSrv {
  const instances = new Map<string, Promise<DataSourceApi>>();

  const settingsOf = (ref: Ref, scopedVars?: ScopedVars): Settings | undefined => {
    const wanted = typeof ref === 'string' ? ref : ref?.uid;
    const name = wanted === undefined ? undefined : templateSrv.replace(wanted, scopedVars);
    const type = typeof ref === 'object' ? ref?.type : undefined;
    if (name === undefined || name === 'default') {
      return all.find((one) => (type ? one.type === type : one.isDefault));
    }
    return all.find(({ uid }) => uid === name) ?? all.find((one) => one.name === name);
  };

  const load = async (settings: Settings): Promise<DataSourceApi> => {
    const make = core[settings.type];
    if (make) {
      // Each has a query type of its own, which those who ask for any data source do not know.
      return completed(make(settings) as DataSourceApi, settings);
    }
    const plugin = (await importPlugin(settings.meta.module)).plugin as Plugin;
    return completed(new plugin.DataSourceClass(settings), settings, plugin);
  };

  return {
    getList: ({ pluginId, type, filter, metrics } = {}) =>
      all.filter(
        (one) =>
          (pluginId === undefined || one.type === pluginId) &&
          (type === undefined || [type].flat().includes(one.type)) &&
          (metrics !== true || one.meta.metrics === true) &&
          (filter?.(one) ?? true)
      ),
    getInstanceSettings: settingsOf,
    get: (ref, scopedVars) => {
      const settings = settingsOf(ref, scopedVars);
      if (!settings) {
        return Promise.reject(new Error(`Datasource ${typeof ref === 'string' ? ref : ref?.uid} was not found`));
      }
      const known = instances.get(settings.uid) ?? load(settings);
      instances.set(settings.uid, known);
      return known;
    },
    reload: () => undefined,
    registerRuntimeDataSource: () => undefined,
  };
}

/** What Grafana adds to a data source that it has made. */
function completed(source: DataSourceApi, settings: Settings, plugin?: Plugin): DataSourceApi {
  const { name, id, type, meta, uid } = settings;
  return Object.assign(source, { ...(plugin && { components: plugin.components }), name, id, type, meta, uid });
}

import {
  type DataSourceInstanceSettings,
  type EventBus,
  type GrafanaConfig,
  locationUtil,
  setTimeZoneResolver,
} from '@grafana/data';
import {
  config,
  locationService,
  setAppEvents,
  setBackendSrv,
  setChromeHeaderHeightHook,
  setCurrentUser,
  setDataSourceSrv,
  setEchoSrv,
  setHelpNavItemHook,
  setLocationSrv,
  setMegaMenuOpenHook,
  setPluginComponentHook,
  setPluginComponentsHook,
  setPluginFunctionsHook,
  setPluginImportUtils,
  setPluginLinksHook,
  setReturnToPreviousHook,
  setRunRequest,
  setTemplateSrv,
} from '@grafana/runtime';

import { PostgresDataSource } from '../datasources/PostgresDataSource';
import { PrometheusDataSource } from '../datasources/PrometheusDataSource';
import { setPanelDataErrorView, setPanelRenderer, setPluginPage } from '../internals';
import { type ImportPlugin } from '../modules/importPlugin';
import { NoData } from '../panels/NoData';
import { panelPlugins } from '../panels/panelPlugins';
import { fillRegistries } from '../panels/registries';
import { PluginPage } from '../shell/PluginPage';
import { createBackendSrv } from './backendSrv';
import { createDataSourceSrv } from './dataSourceSrv';
import { runRequest } from './runRequest';
import { createTemplateSrv } from './templateSrv';

/** Installs what Grafana's packages expect of the page around them. */
export function installServices(importPlugin: ImportPlugin, events: EventBus): void {
  fillRegistries();
  setTimeZoneResolver(() => config.bootData.user.timezone);
  locationUtil.initialize({
    // The two types of the same settings differ in what nobody here reads.
    config: config as unknown as GrafanaConfig,
    getTimeRangeForUrl: () => ({ from: 'now-24h', to: 'now' }),
    getVariablesUrlParams: () => ({}),
  });
  setAppEvents(events);
  setCurrentUser(config.bootData.user);
  setBackendSrv(createBackendSrv(events));
  const templateSrv = createTemplateSrv();
  setTemplateSrv(templateSrv);
  setDataSourceSrv(
    createDataSourceSrv({
      all: Object.values<DataSourceInstanceSettings>(config.datasources),
      core: {
        prometheus: (settings) => new PrometheusDataSource(settings),
        'grafana-postgresql-datasource': (settings) => new PostgresDataSource(settings),
      },
      importPlugin,
      templateSrv,
    })
  );
  setLocationSrv({
    update: ({ path, query = {} }) =>
      path === undefined ? locationService.partial(query) : locationService.push(path),
  });
  setEchoSrv({ flush: () => undefined, addBackend: () => undefined, addEvent: () => undefined });
  setRunRequest(runRequest);
  const panelPlugin = panelPlugins(config.panels);
  setPluginImportUtils({
    getPanelPluginFromCache: panelPlugin,
    importPanelPlugin: (id) => {
      const plugin = panelPlugin(id);
      return plugin ? Promise.resolve(plugin) : Promise.reject(new Error(`The preview draws no panels of type ${id}.`));
    },
  });
  setPluginPage(PluginPage);
  setPanelRenderer(() => null);
  setPanelDataErrorView(NoData);
  installExtensionHooks();
}

/** No other plugin is installed, so nobody extends anything. */
function installExtensionHooks(): void {
  setPluginLinksHook(() => ({ links: [], isLoading: false }));
  setPluginComponentHook(() => ({ component: null, isLoading: false }));
  setPluginComponentsHook(() => ({ components: [], isLoading: false }));
  setPluginFunctionsHook(() => ({ functions: [], isLoading: false }));
  setReturnToPreviousHook(() => () => undefined);
  setChromeHeaderHeightHook(() => 48);
  setMegaMenuOpenHook(() => [false, () => undefined]);
  setHelpNavItemHook(() => undefined);
}

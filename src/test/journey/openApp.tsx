import { EventBusSrv, PluginContextProvider, type DataSourceInstanceSettings, type PluginMeta } from '@grafana/data';
import {
  config,
  setAppEvents,
  setBackendSrv,
  setPluginComponentHook,
  setRunRequest,
  setTemplateSrv,
} from '@grafana/runtime';
import { render } from '@testing-library/react';
import React from 'react';

import { PostgresDataSource } from '../../../preview/host/datasources/PostgresDataSource';
import { PrometheusDataSource } from '../../../preview/host/datasources/PrometheusDataSource';
import { createBackendSrv } from '../../../preview/host/services/backendSrv';
import { createDataSourceSrv } from '../../../preview/host/services/dataSourceSrv';
import { runRequest } from '../../../preview/host/services/runRequest';
import { createTemplateSrv } from '../../../preview/host/services/templateSrv';
import { App } from '../../app/App';
import { GenwatchDataSource } from '../../datasource/GenwatchDataSource';
import datasourceJson from '../../datasource/plugin.json';
import pluginJson from '../../plugin.json';
import { InGrafana } from '../InGrafana';

const settings = (uid: string, type: string, jsonData: object = {}) =>
  ({
    uid,
    type,
    name: uid,
    url: `/api/datasources/proxy/uid/${uid}`,
    meta: { id: type, name: type, module: type },
    jsonData,
  }) as DataSourceInstanceSettings;

/** What a server with everything provisioned has. */
const PROVISIONED = [
  settings('genwatch', datasourceJson.id, {
    postgresUid: 'pg',
    prometheusUid: 'prom',
    exporterUrl: 'http://exporter',
    alertmanagerUrl: 'http://alertmanager',
    consoleUrl: 'http://console',
  }),
  settings('pg', 'grafana-postgresql-datasource'),
  settings('prom', 'prometheus'),
];

const META = {
  id: pluginJson.id,
  name: pluginJson.name,
  baseUrl: `public/plugins/${pluginJson.id}`,
  jsonData: {},
} as PluginMeta;

/** The whole app at an address, with the real data source, on services like Grafana's: only its HTTP API is played. */
export function openApp(url: string, dataSources: readonly DataSourceInstanceSettings[] = PROVISIONED) {
  const events = new EventBusSrv();
  const templateSrv = createTemplateSrv();
  setAppEvents(events);
  setTemplateSrv(templateSrv);
  setBackendSrv(createBackendSrv(events));
  setRunRequest(runRequest);
  setPluginComponentHook(() => ({ component: null, isLoading: false }));
  config.datasources = Object.fromEntries(dataSources.map((one) => [one.name, one]));
  const srv = createDataSourceSrv({
    all: dataSources,
    core: {
      prometheus: (one) => new PrometheusDataSource(one),
      'grafana-postgresql-datasource': (one) => new PostgresDataSource(one),
      [datasourceJson.id]: (one) => new GenwatchDataSource(one),
    },
    importPlugin: (module) => Promise.reject(new Error(`there is no plugin ${module}`)),
    templateSrv,
  });
  return render(
    <PluginContextProvider meta={META}>
      <InGrafana url={url} dataSources={srv}>
        <App />
      </InGrafana>
    </PluginContextProvider>
  );
}

import { locationService, LocationServiceProvider, setDataSourceSrv, type DataSourceSrv } from '@grafana/runtime';
import React, { type ReactNode } from 'react';
import { MemoryRouter, Route, Routes, useLocation } from 'react-router-dom';

import pluginJson from '../plugin.json';

// The flags only keep the router from announcing its next version in every test.
const FUTURE = { v7_startTransition: true, v7_relativeSplatPath: true };

const NO_DATA_SOURCES: DataSourceSrv = {
  get: () => Promise.reject(new Error('There is no data source.')),
  getList: () => [],
  getInstanceSettings: () => undefined,
  reload: () => undefined,
  registerRuntimeDataSource: () => undefined,
};

interface Props {
  /** Where the browser is; everything below `/a/<app id>` is shown. */
  readonly url?: string;
  /** What Grafana knows of data sources; none without it. */
  readonly dataSources?: DataSourceSrv;
  readonly children: ReactNode;
}

/** What Grafana puts around an app, and the current address as text. */
export function InGrafana({ url = `/a/${pluginJson.id}`, dataSources = NO_DATA_SOURCES, children }: Props) {
  setDataSourceSrv(dataSources);
  return (
    <LocationServiceProvider service={locationService}>
      <MemoryRouter initialEntries={[url]} future={FUTURE}>
        <Routes>
          <Route path={`/a/${pluginJson.id}/*`} element={children} />
        </Routes>
        <Address />
      </MemoryRouter>
    </LocationServiceProvider>
  );
}

function Address() {
  const { pathname, search } = useLocation();
  return <p aria-label="address">{pathname + search}</p>;
}

import { locationService, LocationServiceProvider } from '@grafana/runtime';
import React, { type ReactNode } from 'react';
import { MemoryRouter, Route, Routes, useLocation } from 'react-router-dom';

import pluginJson from '../plugin.json';

// The flags only keep the router from announcing its next version in every test.
const FUTURE = { v7_startTransition: true, v7_relativeSplatPath: true };

interface Props {
  /** Where the browser is; everything below `/a/<app id>` is shown. */
  readonly url?: string;
  readonly children: ReactNode;
}

/** What Grafana puts around an app, and the current address as text. */
export const InGrafana = ({ url = `/a/${pluginJson.id}`, children }: Props) => (
  <LocationServiceProvider service={locationService}>
    <MemoryRouter initialEntries={[url]} future={FUTURE}>
      <Routes>
        <Route path={`/a/${pluginJson.id}/*`} element={children} />
      </Routes>
      <Address />
    </MemoryRouter>
  </LocationServiceProvider>
);

function Address() {
  const { pathname, search } = useLocation();
  return <p aria-label="address">{pathname + search}</p>;
}

import { usePluginContext } from '@grafana/data';
import { useSceneApp } from '@grafana/scenes';
import React, { useMemo } from 'react';
import { Navigate, useLocation } from 'react-router-dom';

import { AppErrorBoundary } from './AppErrorBoundary';
import { appUrl, PAGES } from './appUrl';
import { createApp } from './createApp';
import { findInstallation, type AppOptions } from './installation';

/** The whole app below `/a/genwatch-codegen-app`. */
export const App = () => (
  <AppErrorBoundary>
    <KnownPage />
  </AppErrorBoundary>
);

/** Old and mistyped addresses lead to the overview. */
function KnownPage() {
  const { pathname } = useLocation();
  const [, , , page] = pathname.split('/');
  return PAGES.some((known) => known === page) ? <Pages /> : <Navigate to={appUrl('overview')} replace />;
}

// Below the boundary, so that settings that make no catalog are told on the page.
function Pages() {
  const options: AppOptions | undefined = usePluginContext()?.meta.jsonData;
  const dataSourceUid = options?.dataSourceUid;
  const factory = useMemo(() => {
    const installation = findInstallation({ dataSourceUid });
    return () => createApp(installation);
  }, [dataSourceUid]);
  const app = useSceneApp(factory);
  return <app.Component model={app} />;
}

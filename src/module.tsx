import { AppPlugin, type AppRootProps } from '@grafana/data';
import { LoadingPlaceholder } from '@grafana/ui';
import React, { lazy, Suspense } from 'react';

import pluginJson from './plugin.json';

const LazyApp = lazy(async () => {
  const { initPluginTranslations } = await import('@grafana/i18n');
  await initPluginTranslations(pluginJson.id);
  const { App } = await import('./app/App');
  return { default: App };
});

const RootPage = (_: AppRootProps) => (
  <Suspense fallback={<LoadingPlaceholder text="" />}>
    <LazyApp />
  </Suspense>
);

export const plugin = new AppPlugin().setRootPage(RootPage);

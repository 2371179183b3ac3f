import { AppPlugin, type AppRootProps, type PluginConfigPageProps, type PluginMeta } from '@grafana/data';
import { LoadingPlaceholder } from '@grafana/ui';
import React, { lazy, Suspense } from 'react';

import { type AppOptions } from './app/installation';
import { commandLinks } from './extensions/commandLinks';
import { panelLink } from './extensions/panelLink';
import { ruleLink } from './extensions/ruleLink';
import pluginJson from './plugin.json';

// This file is loaded on every page of Grafana: what it shows is loaded on demand, with its texts.
async function loadTexts(): Promise<void> {
  const { initPluginTranslations } = await import('@grafana/i18n');
  await initPluginTranslations(pluginJson.id);
}

// Asked for together with the texts, which have to be there before anything is drawn.
const LazyApp = lazy(async () => {
  const [{ App }] = await Promise.all([import('./app/App'), loadTexts()]);
  return { default: App };
});

const LazyConfiguration = lazy(async () => {
  const [{ Configuration }] = await Promise.all([import('./app/configuration/Configuration'), loadTexts()]);
  return { default: Configuration };
});

const RootPage = (_: AppRootProps) => (
  <Suspense fallback={<LoadingPlaceholder text="" />}>
    <LazyApp />
  </Suspense>
);

const ConfigurationPage = (props: PluginConfigPageProps<PluginMeta<AppOptions>>) => (
  <Suspense fallback={<LoadingPlaceholder text="" />}>
    <LazyConfiguration {...props} />
  </Suspense>
);

export const plugin = new AppPlugin<AppOptions>()
  .setRootPage(RootPage)
  .addConfigPage({ id: 'configuration', title: 'Configuration', icon: 'cog', body: ConfigurationPage })
  .addLink(panelLink)
  .addLink(ruleLink);

commandLinks.forEach((link) => plugin.addLink(link));

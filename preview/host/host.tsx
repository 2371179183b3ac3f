import { type AppPlugin, type AppPluginMeta, EventBusSrv, ThemeContext } from '@grafana/data';
import { config, locationService, LocationServiceProvider } from '@grafana/runtime';
import { GlobalStyles, ModalRoot, ModalsProvider, PortalContainer } from '@grafana/ui';
import React from 'react';
import { createRoot } from 'react-dom/client';
import { Navigate, Route, Routes } from 'react-router-dom';

import { type BootSettings } from '../server/settings/bootSettings';
import { pluginFolder } from './boot/bootData';
import { choices, type Choices } from './boot/choices';
import { previewWindow } from './boot/previewWindow';
import { createImportPlugin } from './modules/importPlugin';
import { AppPage } from './pages/AppPage';
import { DashboardPage } from './pages/DashboardPage';
import { DashboardsPage } from './pages/DashboardsPage';
import { ExplorePage } from './pages/ExplorePage';
import { RoutedHistory } from './RoutedHistory';
import { installServices } from './services/installServices';
import { loadTranslations } from './services/loadTranslations';
import { followLinks } from './shell/followLinks';
import { navSections } from './shell/navSections';
import { Shell } from './shell/Shell';
import { Toasts } from './shell/Toasts';

import './host.css';

/** Loads the built plugin as Grafana does, and shows it. */
async function start(root: HTMLElement): Promise<void> {
  const settings = previewWindow().genwatchPreview;
  const { app, nested } = settings;
  const chosen = choices(location.search, localStorage);
  const folder = pluginFolder(app);
  const events = new EventBusSrv();
  const importPlugin = await createImportPlugin();
  installServices(importPlugin, events);
  await loadTranslations(chosen.language, [
    { id: app.id, folder },
    { id: nested.id, folder: `${folder}/datasource` },
  ]);
  const meta = {
    ...app,
    module: `${folder}/module.js`,
    baseUrl: folder,
    enabled: true,
    pinned: true,
    jsonData: {},
  } as unknown as AppPluginMeta;
  const plugin = (await importPlugin(meta.module)).plugin as AppPlugin;
  plugin.meta = meta;
  plugin.init?.(meta);
  followLinks(document, locationService);
  createRoot(root).render(<Preview {...{ settings, plugin, meta, events, chosen }} />);
}

interface Props {
  readonly settings: BootSettings;
  readonly plugin: AppPlugin;
  readonly meta: AppPluginMeta;
  readonly events: EventBusSrv;
  readonly chosen: Choices;
}

function Preview({ settings, plugin, meta, events, chosen }: Props) {
  const own = settings.dataSources.find(({ type }) => type === settings.nested.id);
  return (
    <ThemeContext.Provider value={config.theme2}>
      <LocationServiceProvider service={locationService}>
        <ModalsProvider>
          <GlobalStyles />
          <RoutedHistory>
            <Shell settings={settings} choices={chosen}>
              <Routes>
                <Route path={`/a/${meta.id}/*`} element={<AppPage plugin={plugin} meta={meta} />} />
                <Route path="/dashboards" element={<DashboardsPage dashboards={settings.dashboards} />} />
                <Route path="/d/:uid/*" element={<DashboardPage />} />
                {own && <Route path="/explore" element={<ExplorePage uid={own.uid} />} />}
                <Route path="*" element={<Navigate to={navSections(settings)[0]?.url ?? '/dashboards'} replace />} />
              </Routes>
            </Shell>
            <ModalRoot />
          </RoutedHistory>
          <Toasts events={events} />
          <PortalContainer />
        </ModalsProvider>
      </LocationServiceProvider>
    </ThemeContext.Provider>
  );
}

const root = document.getElementById('reactRoot');
if (root) {
  start(root).catch((error: unknown) => {
    const says = error instanceof Error ? error.message : String(error);
    root.textContent = `The preview cannot be shown: ${says}. Is the plugin built? npm run build`;
    throw error;
  });
}

import { SceneApp } from '@grafana/scenes';

import { alertsPage } from '../pages/Alerts/alertsPage';
import { overviewPage } from '../pages/Overview/overviewPage';
import { systemPage } from '../pages/System/systemPage';
import { thresholdsPage } from '../pages/Thresholds/thresholdsPage';
import { type Installation } from './installation';

/** All pages of an installation; every system of its catalog has one. */
export function createApp(installation: Installation): SceneApp {
  const overview = overviewPage(installation);
  return new SceneApp({
    name: 'genwatch',
    pages: [
      overview,
      ...installation.catalog.systems.map((system) => systemPage(installation, system, overview)),
      alertsPage(installation),
      thresholdsPage(installation),
    ],
    urlSyncOptions: { updateUrlOnInit: true, createBrowserHistorySteps: true },
  });
}

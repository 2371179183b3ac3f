import { SceneApp, type SceneAppPage } from '@grafana/scenes';

import { alertsPage } from '../pages/Alerts/alertsPage';
import { overviewPage } from '../pages/Overview/overviewPage';
import { failuresPage } from '../pages/Failures/failuresPage';
import { impactPage } from '../pages/Impact/impactPage';
import { runbooksPage } from '../pages/Runbooks/runbooksPage';
import { systemPage } from '../pages/System/systemPage';
import { testsPage } from '../pages/Tests/testsPage';
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
      ...generationPages(installation),
      thresholdsPage(installation),
      runbooksPage(installation),
    ],
    urlSyncOptions: { updateUrlOnInit: true, createBrowserHistorySteps: true },
  });
}

/** What only a generator has: where none is monitored, there is nothing to ask. */
const generationPages = (installation: Installation): SceneAppPage[] =>
  installation.catalog.systems.some(({ id }) => id === 'generation')
    ? [failuresPage(installation), testsPage(installation), impactPage(installation)]
    : [];

import { EmbeddedScene, SceneAppPage, type SceneRouteMatch } from '@grafana/scenes';

import { appUrl } from '../../app/appUrl';
import { type Installation } from '../../app/installation';
import { t } from '../../app/t';
import { ReactView } from '../../shared/ReactView';
import { knownAlert } from '../Alerts/knownAlert';
import { checklistsScene } from './checklists/checklistsScene';
import { runbookView } from './RunbookView';
import { runbooksView } from './RunbooksView';

/** What to do: when an alert fires, and every week, month and quarter. */
export function runbooksPage(installation: Installation): SceneAppPage {
  const page: SceneAppPage = new SceneAppPage({
    title: t('runbooks.title', 'Runbooks and checklists'),
    subTitle: t('runbooks.subtitle', 'What to do when an alert fires, and what to look after from time to time.'),
    url: appUrl('runbooks'),
    routePath: 'runbooks/*',
    tabs: [
      new SceneAppPage({
        title: t('runbooks.tab', 'Runbooks'),
        url: appUrl('runbooks', 'list'),
        routePath: 'list',
        getParentPage: () => page,
        getScene: () => new EmbeddedScene({ body: new ReactView({ view: runbooksView(installation) }) }),
        drilldowns: [
          {
            routePath: ':name',
            getPage: ({ params }: SceneRouteMatch<{ name: string }>) =>
              runbookPage(installation, params.name ?? '', () => page),
          },
        ],
      }),
      new SceneAppPage({
        title: t('checklists.tab', 'Checklists'),
        url: appUrl('runbooks', 'checklists'),
        routePath: 'checklists',
        getParentPage: () => page,
        getScene: () => checklistsScene(installation),
      }),
    ],
  });
  return page;
}

function runbookPage(
  installation: Installation,
  name: string,
  getParentPage: NonNullable<SceneAppPage['state']['getParentPage']>
): SceneAppPage {
  const known = knownAlert(installation.catalog, name);
  return new SceneAppPage({
    title: name,
    ...(known && { subTitle: known.alert.summary }),
    url: appUrl('runbooks', name),
    routePath: '*',
    getParentPage,
    getScene: () => new EmbeddedScene({ body: new ReactView({ view: runbookView(installation, name) }) }),
  });
}

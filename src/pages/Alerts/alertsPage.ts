import { SceneAppPage, type SceneRouteMatch } from '@grafana/scenes';

import { appUrl } from '../../app/appUrl';
import { type Installation } from '../../app/installation';
import { t } from '../../app/t';
import { AnswersView } from '../../shared/AnswersView';

import { pageScene } from '../../shared/pageScene';
import { queriesOfNow } from '../../shared/queriesOfNow';
import { alertQueries } from './alertQueries';
import { alertUrl } from './alertLinks';
import { alertsView } from './AlertsView';
import { alertView } from './AlertView';
import { knownAlert } from './knownAlert';

/** What fires and what is about to; below it a page per alert. */
export const alertsPage = (installation: Installation): SceneAppPage =>
  new SceneAppPage({
    title: t('alerts.title', 'Alerts'),
    subTitle: t('alerts.subtitle', 'What fires now and what is about to, what to do about it, and who silenced what.'),
    url: appUrl('alerts'),
    routePath: 'alerts/*',
    getScene: () =>
      pageScene(
        installation,
        (source) => ({
          $data: queriesOfNow(source, alertQueries()),
          body: new AnswersView({ view: alertsView(installation, source) }),
        }),
        { hasRange: false }
      ),
    drilldowns: [
      {
        routePath: ':name',
        getPage: ({ params }: SceneRouteMatch<{ name: string }>, parent) =>
          alertPage(installation, params.name ?? '', () => parent),
      },
    ],
  });

/** One alert, whether it fires or not: a link in a notification or a runbook may lead here at any time. */
function alertPage(
  installation: Installation,
  name: string,
  getParentPage: NonNullable<SceneAppPage['state']['getParentPage']>
): SceneAppPage {
  const known = knownAlert(installation.catalog, name);
  return new SceneAppPage({
    title: name,
    ...(known && { subTitle: known.alert.summary }),
    url: alertUrl(name),
    routePath: '*',
    getParentPage,
    getScene: () =>
      pageScene(
        installation,
        (source) => ({
          $data: queriesOfNow(source, alertQueries()),
          body: new AnswersView({ view: alertView(installation, source, name) }),
        }),
        { hasRange: false }
      ),
  });
}

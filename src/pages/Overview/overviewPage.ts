import { SceneAppPage } from '@grafana/scenes';

import { appUrl } from '../../app/appUrl';
import { type Installation } from '../../app/installation';
import { t } from '../../app/t';
import { AnswersView } from '../../shared/AnswersView';
import { genwatchQueries } from '../../shared/genwatchQueries';
import { pageScene } from '../../shared/pageScene';
import { overviewView } from './OverviewView';

/** A row per system: its state, what is wrong, what changed. */
export const overviewPage = (installation: Installation): SceneAppPage =>
  new SceneAppPage({
    title: t('overview.title', 'Overview'),
    subTitle: t('overview.subtitle', 'How every system does, what is wrong, and what changed in the last 24 hours.'),
    url: appUrl('overview'),
    routePath: 'overview/*',
    getScene: () =>
      pageScene(installation, (source) => ({
        $data: genwatchQueries(source, [{ refId: 'firing', kind: 'alerts', show: 'firing' }]),
        body: new AnswersView({ view: overviewView(installation) }),
      })),
  });

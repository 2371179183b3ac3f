import { SceneAppPage } from '@grafana/scenes';

import { appUrl } from '../../app/appUrl';
import { type Installation } from '../../app/installation';
import { t } from '../../app/t';
import { LookBack } from '../../panels/scene/LookBack';
import { AnswersView } from '../../shared/AnswersView';
import { genwatchQueries } from '../../shared/genwatchQueries';
import { pageScene } from '../../shared/pageScene';
import { overviewQueries } from './overviewQueries';
import { overviewView } from './OverviewView';

/** A day, a point a minute: an alert that fired for less is seen by who was told, not here. */
const LOOK_BACK = '24h';
const POINTS = 24 * 60;

/** A row per system: its state, what is wrong, what changed. */
export const overviewPage = (installation: Installation): SceneAppPage =>
  new SceneAppPage({
    title: t('overview.title', 'Overview'),
    subTitle: t('overview.subtitle', 'How every system does, what is wrong, and what changed in the last 24 hours.'),
    url: appUrl('overview'),
    routePath: 'overview/*',
    getScene: () =>
      pageScene(
        installation,
        (source) => ({
          body: new AnswersView({
            $timeRange: new LookBack(LOOK_BACK),
            $data: genwatchQueries(source, overviewQueries(installation.catalog, source.options), {
              maxDataPoints: POINTS,
            }),
            view: overviewView(installation),
          }),
        }),
        { hasRange: false }
      ),
  });

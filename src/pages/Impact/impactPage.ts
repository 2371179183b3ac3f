import { SceneAppPage } from '@grafana/scenes';

import { appUrl } from '../../app/appUrl';
import { type Installation } from '../../app/installation';
import { t } from '../../app/t';
import { AnswersView } from '../../shared/AnswersView';
import { genwatchQueries } from '../../shared/genwatchQueries';
import { pageScene } from '../../shared/pageScene';
import { IMPACT_QUERIES } from './impactQueries';
import { impactView } from './ImpactView';

/** For whom generations fail. */
export const impactPage = (installation: Installation): SceneAppPage =>
  new SceneAppPage({
    title: t('impact.title', 'User impact'),
    subTitle: t(
      'impact.subtitle',
      'Users and projects whose generations failed: how often, and whether they recovered. They go by pseudonyms.'
    ),
    url: appUrl('impact'),
    routePath: 'impact/*',
    preserveUrlKeys: ['from', 'to', 'timezone'],
    getScene: () =>
      pageScene(
        installation,
        (source) => ({
          $data: genwatchQueries(source, IMPACT_QUERIES),
          body: new AnswersView({ view: impactView(source) }),
        }),
        { lookBack: '7d' }
      ),
  });

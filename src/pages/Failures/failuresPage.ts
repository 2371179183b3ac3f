import { SceneAppPage, type SceneRouteMatch } from '@grafana/scenes';

import { appUrl } from '../../app/appUrl';
import { type Installation } from '../../app/installation';
import { t } from '../../app/t';
import { AnswersView } from '../../shared/AnswersView';
import { genwatchQueries } from '../../shared/genwatchQueries';
import { pageScene } from '../../shared/pageScene';
import { FAILURES_QUERIES } from './failureQueries';
import { failureScene } from './failureScene';
import { failuresView } from './FailuresView';

/** Long enough for the strikes of a failure. */
const LOOK_BACK = '7d';

/** What failed, by fingerprint; below it a page per fingerprint. */
export const failuresPage = (installation: Installation): SceneAppPage =>
  new SceneAppPage({
    title: t('failures.title', 'Failures'),
    subTitle: t(
      'failures.subtitle',
      'What the generator failed of, one row for failures of the same cause: how often, for how many, and the test that came of it.'
    ),
    url: appUrl('failures'),
    routePath: 'failures/*',
    preserveUrlKeys: ['from', 'to', 'timezone'],
    getScene: () =>
      pageScene(
        installation,
        (source) => ({
          $data: genwatchQueries(source, FAILURES_QUERIES),
          body: new AnswersView({
            view: failuresView(installation.catalog.settings),
            tellsItself: ['templates'],
          }),
        }),
        { lookBack: LOOK_BACK }
      ),
    drilldowns: [
      {
        routePath: ':fingerprint/*',
        getPage: ({ params }: SceneRouteMatch<{ fingerprint: string }>, parent) => {
          const fingerprint = params.fingerprint ?? '';
          return new SceneAppPage({
            title: t('failures.one', 'Failure {{fingerprint}}', { fingerprint }),
            url: appUrl('failures', fingerprint),
            routePath: '*',
            getParentPage: () => parent,
            getScene: () =>
              pageScene(installation, (source) => failureScene(installation, source, fingerprint), {
                lookBack: LOOK_BACK,
              }),
          });
        },
      },
    ],
  });

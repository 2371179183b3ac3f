import { SceneAppPage, type SceneRouteMatch } from '@grafana/scenes';

import { appUrl } from '../../app/appUrl';
import { type Installation } from '../../app/installation';
import { t } from '../../app/t';
import { AnswersView } from '../../shared/AnswersView';
import { genwatchQueries } from '../../shared/genwatchQueries';
import { pageScene } from '../../shared/pageScene';
import { TESTS_QUERIES, testQueries } from './testQueries';
import { testsView } from './TestsView';
import { testView } from './TestView';

/** Long enough for several versions of the generator. */
const LOOK_BACK = '7d';
/** An installation without the review API has no table of them. */
const TOLD_BY_HISTORY = ['reviews'];

/** The review queue and all tests; below it a page per test. */
export const testsPage = (installation: Installation): SceneAppPage =>
  new SceneAppPage({
    title: t('tests.title', 'Tests'),
    subTitle: t(
      'tests.subtitle',
      'Tests that repeated failures left behind: what waits for review, how they do, and what was decided.'
    ),
    url: appUrl('tests'),
    routePath: 'tests/*',
    preserveUrlKeys: ['from', 'to', 'timezone'],
    getScene: () =>
      pageScene(
        installation,
        (source) => ({
          $data: genwatchQueries(source, TESTS_QUERIES),
          body: new AnswersView({ view: testsView(source), tellsItself: TOLD_BY_HISTORY }),
        }),
        { lookBack: LOOK_BACK }
      ),
    drilldowns: [
      {
        routePath: ':id/*',
        getPage: ({ params }: SceneRouteMatch<{ id: string }>, parent) => {
          const id = params.id ?? '';
          return new SceneAppPage({
            title: t('tests.one', 'Test {{id}}', { id }),
            url: appUrl('tests', id),
            routePath: '*',
            getParentPage: () => parent,
            getScene: () =>
              pageScene(
                installation,
                (source) => ({
                  $data: genwatchQueries(source, testQueries(id)),
                  body: new AnswersView({ view: testView(source), tellsItself: TOLD_BY_HISTORY }),
                }),
                { lookBack: LOOK_BACK }
              ),
          });
        },
      },
    ],
  });

import { SceneFlexItem, SceneFlexLayout, VizPanel, type EmbeddedSceneState } from '@grafana/scenes';
import { FieldColorModeId, GraphDrawStyle } from '@grafana/schema';

import { type Installation, type Source } from '../../app/installation';
import { t } from '../../app/t';
import { AnswersView } from '../../shared/AnswersView';
import { catalogQuery } from '../../shared/catalogQuery';
import { genwatchQueries } from '../../shared/genwatchQueries';
import { failureDetails } from './FailureDetails';
import { FailureHead } from './FailureHead';
import { failureQueries } from './failureQueries';

/** So many bars fit on a narrow screen, and tell a burst from a trickle. */
const BARS = 60;
const HEIGHT = 220;

/** All about one fingerprint, its course between its facts and its details. */
export function failureScene(
  { catalog }: Installation,
  source: Source,
  fingerprint: string
): Omit<EmbeddedSceneState, '$timeRange'> {
  const part = (body: AnswersView) => new SceneFlexItem({ ySizing: 'content', body });
  const queries = failureQueries(fingerprint);
  return {
    $data: genwatchQueries(source, queries),
    body: new SceneFlexLayout({
      direction: 'column',
      children: [
        part(new AnswersView({ view: FailureHead })),
        new SceneFlexItem({ height: HEIGHT, body: overTime(source, fingerprint) }),
        part(
          new AnswersView({
            view: failureDetails(catalog.settings),
            waits: false,
            // The head has told them.
            tellsItself: queries.map(({ refId }) => refId),
          })
        ),
      ],
    }),
  };
}

const overTime = (source: Source, fingerprint: string) =>
  new VizPanel({
    pluginId: 'timeseries',
    title: t('failures.over-time', 'Occurrences over time'),
    $data: genwatchQueries(
      source,
      [catalogQuery('over_time', 'generation.failure_over_time', { subject: fingerprint, step: '$__interval' })],
      { maxDataPoints: BARS, minInterval: '1m' }
    ),
    options: { legend: { showLegend: false } },
    fieldConfig: {
      defaults: {
        decimals: 0,
        min: 0,
        color: { mode: FieldColorModeId.Fixed, fixedColor: 'orange' },
        custom: { drawStyle: GraphDrawStyle.Bars, fillOpacity: 80 },
      },
      overrides: [],
    },
  });

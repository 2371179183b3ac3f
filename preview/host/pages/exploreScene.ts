import {
  EmbeddedScene,
  SceneControlsSpacer,
  SceneFlexItem,
  SceneFlexLayout,
  SceneQueryRunner,
  SceneRefreshPicker,
  SceneTimePicker,
  SceneTimeRange,
  VizPanel,
} from '@grafana/scenes';

import { type Pane } from './explorePane';

const HEIGHT = 320;

/** The answer to a query, over time and as a table. */
export function exploreScene({ datasource, query, range }: Pane): EmbeddedScene {
  const shown = (pluginId: string, title: string): SceneFlexItem =>
    new SceneFlexItem({ minHeight: HEIGHT, body: new VizPanel({ pluginId, title }) });
  return new EmbeddedScene({
    $timeRange: new SceneTimeRange(range),
    $data: new SceneQueryRunner({
      datasource: datasource === undefined ? undefined : { uid: datasource },
      queries: [query],
      maxDataPoints: 500,
    }),
    controls: [
      new SceneControlsSpacer(),
      new SceneTimePicker({ isOnCanvas: true }),
      new SceneRefreshPicker({ isOnCanvas: true }),
    ],
    body: new SceneFlexLayout({
      direction: 'column',
      children: [shown('timeseries', 'Graph'), shown('table', 'Table')],
    }),
  });
}

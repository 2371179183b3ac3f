import { type Dashboard } from '@grafana/grafana-foundation-sdk/dashboard';
import {
  EmbeddedScene,
  SceneControlsSpacer,
  SceneDataLayerControls,
  SceneRefreshPicker,
  SceneTimePicker,
  SceneTimeRange,
  VariableValueSelectors,
} from '@grafana/scenes';

import { annotationScenes } from '../../../src/panels/scene/annotationScenes';
import { gridScene, rowsOf } from '../../../src/panels/scene/gridScene';
import { variableScenes } from '../../../src/panels/scene/variableScenes';

/** A dashboard's JSON as scenes, by the plugin's own converter. */
export const dashboardScene = ({ templating, annotations, panels, time, refresh }: Dashboard): EmbeddedScene =>
  new EmbeddedScene({
    $timeRange: new SceneTimeRange({ from: time?.from ?? 'now-24h', to: time?.to ?? 'now' }),
    $variables: variableScenes(templating?.list ?? []),
    $data: annotationScenes(annotations?.list ?? []),
    controls: [
      new VariableValueSelectors({}),
      new SceneDataLayerControls(),
      new SceneControlsSpacer(),
      new SceneTimePicker({ isOnCanvas: true }),
      new SceneRefreshPicker({ isOnCanvas: true, refresh: refresh ?? '' }),
    ],
    body: gridScene(rowsOf((panels ?? []) as Parameters<typeof rowsOf>[0])),
  });

import { SceneDataLayerControls, VariableValueSelectors, type EmbeddedSceneState } from '@grafana/scenes';

import { type Source } from '../../app/installation';
import { type Topic } from '../../catalog/kinds/dashboard';
import { type Place } from '../../panels/json/targets';
import { dashboardJson } from '../../panels/json/dashboardJson';
import { annotationScenes } from '../../panels/scene/annotationScenes';
import { gridScene, rowsOf } from '../../panels/scene/gridScene';
import { variableScenes } from '../../panels/scene/variableScenes';

/** The rows of a system's dashboards that are about one topic, with the data sources that its Genwatch data source reads. */
export function topicScene(
  { system, settings }: Omit<Place, 'dashboard'>,
  topic: Topic,
  { options }: Source
): EmbeddedSceneState {
  const boards = system.dashboards.map((dashboard) => {
    const rows = dashboard.rows.filter((row) => row.topic === topic);
    return { rows, json: dashboardJson({ dashboard, system, settings }) };
  });
  const [first] = boards;
  return {
    $variables: variableScenes(first?.json.templating?.list ?? [], {
      postgres: options.postgresUid,
      prometheus: options.prometheusUid,
    }),
    $data: annotationScenes(first?.json.annotations?.list ?? []),
    controls: [new VariableValueSelectors({}), new SceneDataLayerControls()],
    body: gridScene(
      boards.flatMap(({ rows, json }) =>
        rowsOf(json.panels ?? []).filter(({ header }) => rows.some(({ title }) => title === header.title))
      )
    ),
  };
}

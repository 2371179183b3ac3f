import { type VariableModel } from '@grafana/grafana-foundation-sdk/dashboard';
import { SceneDataLayerControls, VariableValueSelectors, type EmbeddedSceneState } from '@grafana/scenes';

import { type Source } from '../../app/installation';
import { type Topic } from '../../catalog/kinds/dashboard';
import { type Place } from '../../panels/json/targets';
import { dashboardJson } from '../../panels/json/dashboardJson';
import { annotationScenes } from '../../panels/scene/annotationScenes';
import { AddToDashboard } from '../../panels/scene/AddToDashboard';
import { gridScene, rowsOf, type Row } from '../../panels/scene/gridScene';
import { variableScenes } from '../../panels/scene/variableScenes';

/** The rows of a system's dashboards that are about one topic, with the data sources that its Genwatch data source reads. */
export function topicScene(
  { system, settings }: Omit<Place, 'dashboard'>,
  topic: Topic,
  { options }: Source
): EmbeddedSceneState {
  const boards = system.dashboards.map((dashboard) => ({
    dashboard,
    json: dashboardJson({ dashboard, system, settings }),
  }));
  const [first] = boards;
  const rows = boards.flatMap(({ dashboard, json }) =>
    rowsOf(json.panels ?? []).filter((_, i) => dashboard.rows[i]?.topic === topic)
  );
  return {
    $variables: variableScenes(variablesIn(rows, first?.json.templating?.list ?? []), {
      postgres: options.postgresUid,
      prometheus: options.prometheusUid,
    }),
    $data: annotationScenes(first?.json.annotations?.list ?? []),
    controls: [new VariableValueSelectors({}), new SceneDataLayerControls(), new AddToDashboard()],
    body: gridScene(rows),
  };
}

/** Those that a panel asks for: the others would change nothing on the tab. */
function variablesIn(rows: readonly Row[], models: readonly VariableModel[]): VariableModel[] {
  const asked = JSON.stringify(rows.map(({ panels }) => panels));
  return models.filter(({ name }) => new RegExp(`\\$\\{?${name}\\b`).test(asked));
}

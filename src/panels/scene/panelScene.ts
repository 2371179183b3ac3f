import { type DataTransformerConfig, type FieldConfigSource } from '@grafana/data';
import { type Panel } from '@grafana/grafana-foundation-sdk/dashboard';
import {
  SceneDataTransformer,
  SceneQueryRunner,
  VizPanel,
  type SceneDataProvider,
  type SceneDataQuery,
} from '@grafana/scenes';

import { LookBack } from './LookBack';
import { panelMenu } from './panelMenu';

/** A panel of a dashboard's JSON as it is drawn by scenes; its key holds the number it has in every dashboard. */
export function panelScene(panel: Panel): VizPanel {
  return new VizPanel({
    key: `panel-${panel.id}`,
    pluginId: panel.type,
    title: panel.title ?? '',
    description: panel.description ?? '',
    options: { ...panel.options },
    // The SDK has types of its own for the same JSON, here and below.
    fieldConfig: { defaults: {}, overrides: [], ...panel.fieldConfig } as FieldConfigSource,
    $data: panelData(panel),
    ...(panel.timeFrom && { $timeRange: new LookBack(panel.timeFrom) }),
    menu: panelMenu(panel),
  });
}

function panelData({ datasource, targets = [], transformations = [] }: Panel): SceneDataProvider {
  const queries = new SceneQueryRunner({
    datasource: { ...datasource },
    queries: targets as unknown as SceneDataQuery[],
    maxDataPointsFromWidth: true,
  });
  return transformations.length > 0
    ? new SceneDataTransformer({ $data: queries, transformations: transformations as DataTransformerConfig[] })
    : queries;
}

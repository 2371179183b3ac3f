import { type Panel } from '@grafana/grafana-foundation-sdk/dashboard';
import { sceneGraph, type SceneObject } from '@grafana/scenes';

/** A panel whose queries have the values of the page's variables in them, because a dashboard knows no such variables. */
export const withValues = (panel: Panel, place: SceneObject): Panel => ({
  ...panel,
  ...(panel.datasource && { datasource: replaced(panel.datasource, place) }),
  ...(panel.targets && { targets: replaced(panel.targets, place) }),
});

/** The same value with every text in it interpolated. */
function replaced<T>(value: T, place: SceneObject): T {
  return mapped(value, (text) => sceneGraph.interpolate(place, text)) as T;
}

function mapped(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') {
    return change(value);
  }
  if (Array.isArray(value)) {
    return value.map((one) => mapped(one, change));
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, mapped(one, change)]))
    : value;
}

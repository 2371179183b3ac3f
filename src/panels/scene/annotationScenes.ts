import { type AnnotationQuery } from '@grafana/data';
import { type AnnotationQuery as AnnotationJson } from '@grafana/grafana-foundation-sdk/dashboard';
import { dataLayers, SceneDataLayerSet } from '@grafana/scenes';

/** The marks of a dashboard's JSON, on all panels below. */
export const annotationScenes = (list: readonly AnnotationJson[]): SceneDataLayerSet =>
  new SceneDataLayerSet({
    // The switch for all of them is named after the first.
    name: list[0]?.name ?? '',
    layers: list.map(
      (json) =>
        new dataLayers.AnnotationsDataLayer({
          key: `annotations-${json.name}`,
          name: json.name,
          isEnabled: json.enable !== false,
          // The SDK has a type of its own for the same JSON.
          query: json as unknown as AnnotationQuery,
        })
    ),
  });

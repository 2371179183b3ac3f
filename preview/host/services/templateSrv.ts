import { type ScopedVars } from '@grafana/data';
import { type TemplateSrv } from '@grafana/runtime';
import { EmbeddedScene, sceneGraph, SceneFlexLayout, type SceneObject } from '@grafana/scenes';

interface SceneWindow {
  /** Set by scenes while one is shown. */
  readonly __grafanaSceneContext?: SceneObject;
}

/** Replaces variables where they are: in the scene that a query comes from, else in the one that is shown. */
export function createTemplateSrv(): TemplateSrv {
  const nowhere = new EmbeddedScene({ body: new SceneFlexLayout({ children: [] }) });
  const sceneOf = (scopedVars: ScopedVars | undefined): SceneObject => {
    const given = scopedVars?.__sceneObject?.value as { valueOf(): SceneObject } | undefined;
    return given?.valueOf() ?? (window as unknown as SceneWindow).__grafanaSceneContext ?? nowhere;
  };
  return {
    replace: (target, scopedVars, format, interpolations) =>
      sceneGraph.interpolate(
        sceneOf(scopedVars),
        target ?? '',
        scopedVars,
        // Scenes names the same kind of function differently.
        format as Parameters<typeof sceneGraph.interpolate>[3],
        interpolations
      ),
    getVariables: () => [],
    containsTemplate: (target = '') => /\$\{?\w|\[\[\w/.test(target),
    updateTimeRange: () => undefined,
  };
}

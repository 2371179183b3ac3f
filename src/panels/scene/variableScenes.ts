import { type VariableModel } from '@grafana/grafana-foundation-sdk/dashboard';
import {
  ConstantVariable,
  CustomVariable,
  DataSourceVariable,
  IntervalVariable,
  QueryVariable,
  SceneVariableSet,
  type SceneVariable,
} from '@grafana/scenes';
import { VariableHide, VariableRefresh } from '@grafana/schema';

/** Data sources that are known already, by the name of the variable that would ask for one. */
export type KnownDataSources = Readonly<Record<string, string | undefined>>;

/** The variables of a dashboard's JSON; those of data sources that are known need not be chosen. */
export const variableScenes = (models: readonly VariableModel[], known: KnownDataSources = {}): SceneVariableSet =>
  new SceneVariableSet({ variables: models.map((model) => variableScene(model, known)) });

function variableScene(model: VariableModel, known: KnownDataSources): SceneVariable {
  const { name, label, type } = model;
  const query = typeof model.query === 'string' ? model.query : '';
  const named = { name, ...(label !== undefined && { label }) };
  switch (type) {
    case 'datasource': {
      const uid = known[name];
      return uid === undefined
        ? new DataSourceVariable({ ...named, pluginId: query })
        : new ConstantVariable({ name, value: uid, hide: VariableHide.hideVariable });
    }
    case 'query':
      return new QueryVariable({
        ...named,
        query,
        datasource: { ...model.datasource },
        refresh: VariableRefresh.onTimeRangeChanged,
        isMulti: model.multi === true,
        includeAll: model.includeAll === true,
        ...(model.allValue !== undefined && { allValue: model.allValue }),
        ...current(model),
      });
    case 'interval':
      return new IntervalVariable({ ...named, intervals: query.split(','), value: String(model.current?.value ?? '') });
    case 'custom':
      return new CustomVariable({ ...named, query, ...current(model) });
    default:
      throw new Error(`The variable ${name} is of type ${type}, which no panel outside of a dashboard knows.`);
  }
}

const current = ({ current: chosen }: VariableModel) => ({
  ...(chosen?.value !== undefined && { value: chosen.value, text: chosen.text ?? chosen.value }),
});

import { type Builder } from '@grafana/grafana-foundation-sdk/cog';
import {
  CustomVariableBuilder,
  DatasourceVariableBuilder,
  IntervalVariableBuilder,
  QueryVariableBuilder,
  VariableRefresh,
  VariableSort,
  type VariableModel,
} from '@grafana/grafana-foundation-sdk/dashboard';
import { type Dashboard, type Variable } from '../../catalog/kinds/dashboard';
import { type Parameters } from '../../catalog/kinds/query';
import { DATA_SOURCES, dataSourceRef, dataSourcesOf } from './dataSources';

/** Names offered for a variable at most: a list that nobody reads to its end. */
const MOST_SCENES = '1000';

/** What a query of a panel is given, in Grafana's words. `:sqlstring` alone is right for one value, several and quotes. */
export const grafanaParameters = ({ variables = [] }: Pick<Dashboard, 'variables'>, limit: string): Parameters => ({
  from: '$__timeFrom()',
  to: '$__timeTo()',
  limit,
  ...(variables.some(({ kind }) => kind === 'scenes') && { scenes: '${scene:sqlstring}' }),
  ...(variables.some(({ kind }) => kind === 'step') && { step: '${step:sqlstring}' }),
});

/** The data sources that the dashboard uses, then what it asks for itself. */
export const variables = (dashboard: Dashboard): Array<Builder<VariableModel>> => [
  ...dataSourcesOf(dashboard).map((source) => {
    const { name, label, type } = DATA_SOURCES[source];
    return new DatasourceVariableBuilder(name).label(label).type(type);
  }),
  ...(dashboard.variables ?? []).map(variable),
];

function variable(definition: Variable): Builder<VariableModel> {
  switch (definition.kind) {
    case 'scenes': {
      const sql = definition.query.sql(grafanaParameters({}, MOST_SCENES));
      return (
        new QueryVariableBuilder('scene')
          .label(definition.label)
          .datasource(dataSourceRef('postgres'))
          .query(sql)
          .definition(definition.query.title)
          .refresh(VariableRefresh.OnTimeRangeChanged)
          .sort(VariableSort.Disabled)
          .multi(true)
          .includeAll(true)
          // Stands in the list as it is: no list of a thousand names, and none left out.
          .allValue('NULL')
          .current({ selected: true, text: ['All'], value: ['$__all'] })
      );
    }
    case 'step': {
      const [first = '1h'] = definition.values;
      return new IntervalVariableBuilder('step')
        .label(definition.label)
        .values(definition.values.join(','))
        .current({ selected: true, text: first, value: first });
    }
    case 'window': {
      const [first = ''] = definition.values;
      return new CustomVariableBuilder('window')
        .label(definition.label)
        .values(definition.values.join(','))
        .current({ selected: true, text: first, value: first });
    }
  }
}

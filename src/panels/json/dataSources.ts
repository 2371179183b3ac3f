import { type DataSourceRef } from '@grafana/grafana-foundation-sdk/common';
import { panelData, type Dashboard, type PanelData } from '../../catalog/kinds/dashboard';

/** The variables through which every panel finds its data source. */
export const DATA_SOURCES = {
  prometheus: { name: 'prometheus', type: 'prometheus', label: 'Prometheus' },
  postgres: { name: 'postgres', type: 'grafana-postgresql-datasource', label: 'PostgreSQL' },
} as const;

export type DataSource = keyof typeof DATA_SOURCES;

/** How a panel, a target or a variable names its data source: by the variable that people choose it with. */
export const dataSourceRef = (source: DataSource): DataSourceRef => ({
  type: DATA_SOURCES[source].type,
  uid: `\${${DATA_SOURCES[source].name}}`,
});

export const dataSourceOf = ({ kind }: PanelData): DataSource => (kind === 'sql' ? 'postgres' : 'prometheus');

/** Those that a dashboard needs: Prometheus always has the annotations. */
export function dataSourcesOf({ rows }: Dashboard): DataSource[] {
  const used = new Set(rows.flatMap(({ panels }) => panels.flatMap(panelData)).map(dataSourceOf));
  return (['prometheus', 'postgres'] as const).filter((source) => source === 'prometheus' || used.has(source));
}

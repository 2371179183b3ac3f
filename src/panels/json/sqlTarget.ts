import { type Builder, type Dataquery } from '@grafana/grafana-foundation-sdk/cog';
import { type DataSourceRef } from '@grafana/grafana-foundation-sdk/common';
import { type SqlLines } from '../../catalog/kinds/dashboard';
import { type Parameters, type Query } from '../../catalog/kinds/query';
import { type Settings } from '../../catalog/settings/settings';
import { identifier } from '../../catalog/sql/identifier';
import { literal } from '../../catalog/sql/literal';
import { dataSourceRef } from './dataSources';

/** What Grafana's PostgreSQL data source takes; the SDK has no builder for it. */
interface SqlQuery extends Dataquery {
  readonly refId: string;
  readonly datasource: DataSourceRef;
  readonly editorMode: 'code';
  readonly format: 'table' | 'time_series';
  readonly rawQuery: true;
  readonly rawSql: string;
}

/** A query of the catalog with Grafana's macros and variables as its parameters: a table, or lines over time. */
export function sqlTarget(
  refId: string,
  { query, lines }: { readonly query: Query; readonly lines?: SqlLines },
  parameters: Parameters,
  settings: Settings
): Builder<Dataquery> {
  const sql = query.sql(parameters);
  const target: SqlQuery = {
    refId,
    datasource: dataSourceRef('postgres'),
    editorMode: 'code',
    format: lines ? 'time_series' : 'table',
    rawQuery: true,
    rawSql: lines ? overTime(query, lines, sql, settings) : datesAsText(query, sql),
    _implementsDataqueryVariant: () => {},
  };
  return { build: () => target };
}

/** The time first, then a column per line; a share as a part of one, which is what thresholds are written in. */
function overTime({ columns }: Query, { time, legends }: SqlLines, sql: string, { zones }: Settings): string {
  const column = identifier(time);
  // Days carry no zone: they begin where the buckets do.
  const at =
    columns[time] === 'text'
      ? `CAST(${column} AS timestamp) AT TIME ZONE ${literal(zones.buckets)}`
      : `CAST(${column} AS timestamptz)`;
  const lines = Object.entries(legends).map(
    ([name, legend]) => `${identifier(name)}${columns[name] === 'percent' ? ' / 100' : ''} AS ${identifier(legend)}`
  );
  return `SELECT ${[`${at} AS "time"`, ...lines].join(', ')}\nFROM (\n${sql}\n) AS line\nORDER BY 1`;
}

/** A day shown as an instant would be another one in another zone. */
function datesAsText({ columns }: Query, sql: string): string {
  if (!Object.values(columns).includes('date')) {
    return sql;
  }
  const shown = Object.entries(columns).map(([name, type]) =>
    type === 'date' ? `to_char(${identifier(name)}, 'YYYY-MM-DD') AS ${identifier(name)}` : identifier(name)
  );
  return `SELECT ${shown.join(', ')}\nFROM (\n${sql}\n) AS shown`;
}

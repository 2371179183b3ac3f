import { type Builder, type Dataquery } from '@grafana/grafana-foundation-sdk/cog';
import { type DataSourceRef } from '@grafana/grafana-foundation-sdk/common';
import { type Query } from '../../../src/catalog/kinds/query';

/** What Grafana's PostgreSQL data source takes; the SDK has no builder for it. */
interface SqlQuery extends Dataquery {
  readonly refId: string;
  readonly datasource: DataSourceRef;
  readonly editorMode: 'code';
  readonly format: 'table';
  readonly rawQuery: true;
  readonly rawSql: string;
}

/** Rows a table panel shows at most. */
const LIMIT = '100';

/** A query of the catalog with Grafana's macros as its range. */
export function sqlTarget(query: Query, datasource: DataSourceRef): Builder<Dataquery> {
  const target: SqlQuery = {
    refId: 'A',
    datasource,
    editorMode: 'code',
    format: 'table',
    rawQuery: true,
    rawSql: query.sql({ from: '$__timeFrom()', to: '$__timeTo()', limit: LIMIT }),
    _implementsDataqueryVariant: () => {},
  };
  return { build: () => target };
}

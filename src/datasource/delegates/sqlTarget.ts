import { type DataQuery } from '@grafana/schema';

import { type Catalog } from '../../catalog/catalog';
import { type CatalogQuery } from '../query/query';

/** What Grafana's PostgreSQL data source takes. */
export interface SqlTarget extends DataQuery {
  readonly rawSql: string;
  readonly rawQuery: true;
  readonly format: 'table';
  readonly editorMode: 'code';
}

const LIMIT = '100';
const MOST_ROWS = 10_000;

/**
 * A statement of the catalog with Grafana's macros as its range. No text of the user is in it: the limit is a number.
 * @throws Error when the catalog has no such statement, or the limit is no whole number
 */
export function sqlTarget({ systems }: Catalog, { statement, limit = LIMIT, refId }: CatalogQuery): SqlTarget {
  const query = systems.flatMap(({ queries }) => queries).find(({ id }) => id === statement);
  if (!query) {
    throw new Error(`The catalog has no query "${statement}". Choose one of the list.`);
  }
  if (!/^\d{1,5}$/.test(limit.trim()) || Number(limit) < 1 || Number(limit) > MOST_ROWS) {
    throw new Error(`"${limit}" is no limit of rows. Write a whole number from 1 to ${MOST_ROWS}.`);
  }
  return {
    refId,
    rawSql: query.sql({ from: '$__timeFrom()', to: '$__timeTo()', limit: String(Number(limit)) }),
    rawQuery: true,
    format: 'table',
    editorMode: 'code',
  };
}

import { type DataQuery } from '@grafana/schema';

import { emptyQuery, QUERY_KINDS, type GenwatchQuery, type QueryKind } from './query';

const DEFAULT_KIND: QueryKind = 'alerts';

/**
 * What a saved dashboard, a link or Explore holds as a query of today. Nothing is lost: what is not understood stays in
 * the query, and a kind that does not exist becomes the one an empty editor starts with.
 */
export function migrateQuery(saved: DataQuery & Partial<Record<'kind', unknown>>): GenwatchQuery {
  const kind = QUERY_KINDS.find((known) => known === saved.kind) ?? DEFAULT_KIND;
  return { ...emptyQuery(kind, saved), ...saved, kind } as GenwatchQuery;
}

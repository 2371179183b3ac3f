import { type CatalogQuery } from '../datasource/query/query';

/** A question of the catalog; the answer goes by `refId`. */
export const catalogQuery = (
  refId: string,
  statement: string,
  chosen: Pick<CatalogQuery, 'limit' | 'subject' | 'step'> = {}
): CatalogQuery => ({ refId, kind: 'catalog', statement, ...chosen });

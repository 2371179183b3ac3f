import { seconds, type Duration } from '../src/catalog/exact/duration';
import { type TieredQuery } from './tieredQuery';

/**
 * The statement the exporter runs: the query over the window that ended `settle` ago.
 * Both ends come from the database's clock, so that neither the exporter's clock nor its time zone matters.
 */
export function exporterSql({ sql, tier }: TieredQuery, settle: Duration, limit = 1): string {
  // In seconds: a "day" of an interval is 23 or 25 hours when the session's zone changes its clocks.
  const ago = (length: number) => `now() - interval '${length} seconds'`;
  return sql({ from: ago(seconds(tier.window) + seconds(settle)), to: ago(seconds(settle)), limit: String(limit) });
}

import { seconds } from '../src/catalog/exact/duration';
import { type TieredQuery } from './tieredQuery';

/**
 * The statement the exporter runs: the query over the window that ends now.
 * Both ends come from the database's clock, so that neither the exporter's clock nor its time zone matters.
 */
export function exporterSql({ sql, tier }: TieredQuery): string {
  // In seconds: a "day" of an interval is 23 or 25 hours when the session's zone changes its clocks.
  return sql({ from: `now() - interval '${seconds(tier.window)} seconds'`, to: 'now()', limit: '1' });
}

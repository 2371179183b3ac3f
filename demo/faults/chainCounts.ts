import { type ClientBase } from 'pg';
import { type Catalog } from '../../src/catalog/catalog';
import { seconds, type Duration } from '../../src/catalog/exact/duration';
import { queryWithId } from './lookup';

export interface ChainCounts {
  readonly fixed: number;
  /** However they ended. */
  readonly finished: number;
}

/** The chains of the last `window`, as the exporter counts them: by the catalog's own statement, up to now. */
export async function chainCounts(client: ClientBase, catalog: Catalog, window: Duration): Promise<ChainCounts> {
  const statement = queryWithId(catalog, 'validation.chain_summary').sql({
    from: `now() - interval '${seconds(window)} seconds'`,
    to: 'now()',
    limit: '1',
  });
  const { rows } = await client.query<Record<'fixed' | 'gave_up' | 'abandoned', number | string>>(statement);
  const count = (name: 'fixed' | 'gave_up' | 'abandoned') => Number(rows[0]?.[name] ?? 0);
  return { fixed: count('fixed'), finished: count('fixed') + count('gave_up') + count('abandoned') };
}

/** "88.1 % (612 of 695)", or that there is nothing to judge. */
export function rateInWords({ fixed, finished }: ChainCounts): string {
  return finished > 0
    ? `${((fixed / finished) * 100).toFixed(1)} % (${fixed} of ${finished} chains)`
    : 'not defined (no finished chain)';
}

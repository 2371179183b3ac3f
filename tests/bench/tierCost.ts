import { type Client } from 'pg';

import { tieredQueryOf } from '../../exporter/mining/minedSource';
import { minedSystems } from '../../exporter/mining/minedSystems';
import { exporterSql } from '../../exporter/render';
import { tieredQueries, type TieredQuery } from '../../exporter/tieredQuery';
import { type Catalog } from '../../src/catalog/catalog';
import { seconds } from '../../src/catalog/exact/duration';
import { type Query } from '../../src/catalog/kinds/query';
import { queryCost } from './queryCost';

const ROUND_SECONDS = 15;

/** A statement, and how often it runs in a round of 15 seconds. */
export interface Run {
  readonly id: string;
  readonly sql: string;
  readonly share: number;
}

/** Everything that the exporter asks a database for the systems of a catalog, each at the pace of its tier. */
export function exporterRuns(catalog: Catalog): Run[] {
  const { settle } = catalog.settings.exporter;
  const share = ({ tier }: TieredQuery) => ROUND_SECONDS / seconds(tier.every);
  return [
    ...tieredQueries(catalog).map((query) => ({ id: query.id, sql: exporterSql(query, settle), share: share(query) })),
    ...minedSystems(catalog).map(({ unknown }) => {
      const query = tieredQueryOf(unknown);
      return { id: query.id, sql: exporterSql(query, settle, unknown.limit + 1), share: share(query) };
    }),
  ];
}

/** Queries of the documents, run at every scrape. */
export const scrapedRuns = (queries: readonly Query[]): Run[] =>
  queries.map(({ id, sql }) => ({ id, sql: sql({ from: 'now()', to: 'now()', limit: '100' }), share: 1 }));

/** Processor milliseconds of the server in a round, for ours and for theirs, printed one by one. @returns theirs / ours */
export async function compareCosts(
  client: Client,
  { ours, theirs }: { readonly ours: readonly Run[]; readonly theirs: readonly Run[] },
  print: (line: string) => void
): Promise<number> {
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  const backend = rows[0]?.pid ?? 0;
  const sum = async (runs: readonly Run[], title: string): Promise<number> => {
    let total = 0;
    for (const { id, sql, share } of runs) {
      const cost = await queryCost(client, backend, sql);
      total += cost * share;
      print(`  ${id.padEnd(48)} ${ms(cost)} a run ${ms(cost * share)} every ${ROUND_SECONDS} s`);
    }
    print(`  ${title.padEnd(48)} ${' '.repeat(17)} ${ms(total)}`);
    return total;
  };
  const documented = await sum(theirs, 'the queries as documented, at every scrape');
  const own = await sum(ours, 'all queries of the exporter');
  return documented / own;
}

const ms = (value: number) => `${value.toFixed(1).padStart(8)} ms`;

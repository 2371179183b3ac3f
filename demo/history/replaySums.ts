import { seconds, type Duration } from '../../src/catalog/exact/duration';
import { type Query } from '../../src/catalog/kinds/query';
import { type Columns, firstFrom, type Replay, type Replayed } from './replay';

/** For queries whose every column counts messages. */
export const replaySums: Replay = (replayed) => sumsOver(replayed, replayed.query, replayed.query.tier.window);

/**
 * The sums of a query's columns over the window before each instant: the range between each two instants that matter is
 * counted once, by the query's own statement, and a window is the difference of two running totals.
 */
export async function sumsOver(
  { ask, instants }: Pick<Replayed, 'ask' | 'instants'>,
  query: Query,
  length: Duration
): Promise<Columns> {
  const window = seconds(length) * 1000;
  const edges = [...new Set(instants.flatMap((at) => [at - window, at]))].sort((a, b) => a - b);
  // An array of another name than any in the statement that it is put around.
  const statement = query.sql({ from: 'history_part.start', to: 'history_part.stop', limit: '1' });
  const parts = await ask<Record<string, string | number>>(
    `SELECT counted.* FROM unnest($1::timestamptz[], $2::timestamptz[]) WITH ORDINALITY AS history_part (start, stop, place),
     LATERAL (${statement}) AS counted ORDER BY place`,
    [edges.slice(0, -1).map(isoOf), edges.slice(1).map(isoOf)]
  );
  const [starts, ends] = [
    instants.map((at) => firstFrom(edges, at - window)),
    instants.map((at) => firstFrom(edges, at)),
  ];
  return Object.fromEntries(
    Object.keys(query.columns).map((column) => {
      const totals = runningTotals(parts.map((part) => Number(part[column])));
      return [column, ends.map((end, i) => (totals[end] ?? NaN) - (totals[starts[i] ?? -1] ?? NaN))];
    })
  );
}

/** How much lies before each edge: one more than there are parts. */
function runningTotals(parts: readonly number[]): number[] {
  const totals = [0];
  parts.forEach((part, i) => totals.push((totals[i] ?? 0) + part));
  return totals;
}

const isoOf = (at: number): string => new Date(at).toISOString();

import { type QueryResultRow } from 'pg';
import { type Catalog } from '../../src/catalog/catalog';
import { type TieredQuery } from '../../exporter/tieredQuery';

/** Values of a query's columns, one per instant; nothing where there is none, and text only in columns that name a series. */
export type Columns = Readonly<Record<string, ReadonlyArray<number | string | undefined>>>;

/** Runs one statement with parameters `$1`, `$2`, … and answers its rows. */
export type Ask = <R extends QueryResultRow>(statement: string, parameters: readonly unknown[]) => Promise<R[]>;

/** What is replayed, and where it is read. */
export interface Replayed {
  readonly catalog: Catalog;
  readonly ask: Ask;
  readonly query: TieredQuery;
  /** Milliseconds, ascending. */
  readonly instants: readonly number[];
}

/** What the exporter would have read at each instant, without asking the whole question at each. */
export type Replay = (replayed: Replayed) => Promise<Columns>;

/** The index of the first of ascending `values` that is at least `wanted`. */
export function firstFrom(values: ArrayLike<number>, wanted: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? Infinity) < wanted) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

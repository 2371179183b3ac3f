import { firstFrom } from '../replay';

/** Something that happened, milliseconds. */
interface Timed {
  readonly at: number;
}

/** How many lie in the window of that length before each instant. */
export function countWithin(rows: readonly Timed[], instants: readonly number[], length: number): number[] {
  const times = Float64Array.from(rows, ({ at }) => at).sort();
  return instants.map((at) => firstFrom(times, at) - firstFrom(times, at - length));
}

/**
 * What a window that slides over rows (by time) holds at each instant: `enter` and `leave` are told of every row, `read` is asked
 * at each instant.
 */
function sliding<Row extends Timed, Value>(
  rows: readonly Row[],
  instants: readonly number[],
  length: number,
  { enter, leave, read }: { enter: (row: Row) => void; leave: (row: Row) => void; read: (at: number) => Value }
): Value[] {
  let [first, next] = [0, 0];
  return instants.map((at) => {
    for (let row = rows[next]; row !== undefined && row.at < at; row = rows[++next]) {
      enter(row);
    }
    for (let row = rows[first]; row !== undefined && first < next && row.at < at - length; row = rows[++first]) {
      leave(row);
    }
    return read(at);
  });
}

/** How many different ids there are; rows without one are nobody's. */
export function differentWithin(
  rows: ReadonlyArray<Timed & { readonly id: string | null }>,
  instants: readonly number[],
  length: number
): number[] {
  const counts = new Map<string, number>();
  const change = (id: string | null, by: number) => {
    if (id !== null) {
      const count = (counts.get(id) ?? 0) + by;
      void (count > 0 ? counts.set(id, count) : counts.delete(id));
    }
  };
  return sliding(rows, instants, length, {
    enter: ({ id }) => change(id, 1),
    leave: ({ id }) => change(id, -1),
    read: () => counts.size,
  });
}

/** Quantiles as `percentile_cont` has them; nothing where there is no value. */
export function quantilesWithin(
  rows: ReadonlyArray<Timed & { readonly value: number | null }>,
  instants: readonly number[],
  length: number,
  quantiles: readonly number[]
): Array<Array<number | undefined>> {
  const sorted: number[] = [];
  const found = sliding(rows, instants, length, {
    enter: ({ value }) => void (value !== null && sorted.splice(firstFrom(sorted, value), 0, value)),
    leave: ({ value }) => void (value !== null && sorted.splice(firstFrom(sorted, value), 1)),
    read: () => quantiles.map((quantile) => interpolated(sorted, quantile)),
  });
  return quantiles.map((_, i) => found.map((values) => values[i]));
}

function interpolated(sorted: readonly number[], quantile: number): number | undefined {
  const place = quantile * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return low === undefined || high === undefined ? undefined : low + (place - Math.floor(place)) * (high - low);
}

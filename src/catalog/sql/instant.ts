import { identifier } from './identifier';
import { literal } from './literal';

/** A configured column that holds instants. */
export interface InstantColumn {
  readonly column: string;
  readonly type: 'timestamptz' | 'timestamp';
  /** The zone whose wall clock a `timestamp` column shows. */
  readonly zone: string;
}

/** Half-open: an instant at `from` is inside, one at `to` is not. Both are SQL of type `timestamptz`. */
export interface Range {
  readonly from: string;
  readonly to: string;
}

/** The column as `timestamptz`, whatever the session's time zone. */
export const readInstant = ({ column, type, zone }: InstantColumn): string =>
  type === 'timestamptz' ? identifier(column) : `(${identifier(column)} AT TIME ZONE ${literal(zone)})`;

/**
 * Whether the column lies in the range. The bare column is compared, so an index on it is used. A wall clock shows an
 * hour twice or never when the clocks change: there the comparison is a little wider, and the instant decides.
 */
export function isWithin(column: InstantColumn, { from, to }: Range): string {
  const stored = identifier(column.column);
  if (column.type === 'timestamptz') {
    return `${stored} >= ${from} AND ${stored} < ${to}`;
  }
  const wallClock = (instant: string) => `(${instant}) AT TIME ZONE ${literal(column.zone)}`;
  if (column.zone === 'UTC') {
    return `${stored} >= ${wallClock(from)} AND ${stored} < ${wallClock(to)}`;
  }
  const read = readInstant(column);
  return [
    `${stored} >= ${wallClock(from)} - ${WIDEST_CHANGE}`,
    `${stored} < ${wallClock(to)} + ${WIDEST_CHANGE}`,
    `${read} >= ${from}`,
    `${read} < ${to}`,
  ].join(' AND ');
}

/** No zone ever changed its clocks by more: some jumped over a day at the date line. */
const WIDEST_CHANGE = `interval '25 hours'`;

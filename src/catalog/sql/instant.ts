import { identifier } from './identifier';
import { literal } from './literal';

/** A configured column that holds instants. */
export interface InstantColumn {
  readonly column: string;
  readonly type: 'timestamptz' | 'timestamp';
  /** The zone whose wall clock a `timestamp` column shows. */
  readonly zone: string;
}

/** Half-open: an instant at `from` is inside, one at `to` is not; without `to` it never ends. SQL of type `timestamptz`. */
export interface Range {
  readonly from: string;
  readonly to?: string;
}

/** The column as `timestamptz`, whatever the session's time zone. */
export const readInstant = ({ column, type, zone }: InstantColumn): string =>
  type === 'timestamptz' ? identifier(column) : `(${identifier(column)} AT TIME ZONE ${literal(zone)})`;

/**
 * Whether the column lies in the range. The bare column is compared, so an index on it is used. A wall clock shows an
 * hour twice or never when the clocks change: there the comparison is a little wider, and the instant decides.
 *
 * @param bound how each end is written; `computedOnce` where other conditions stand beside this one
 */
export function isWithin(column: InstantColumn, { from, to }: Range, bound = asItIs): string {
  const stored = identifier(column.column);
  const compare = (read: string, first: string, last: string | undefined) =>
    [`${read} >= ${bound(first)}`, ...(last === undefined ? [] : [`${read} < ${bound(last)}`])].join(' AND ');
  if (column.type === 'timestamptz') {
    return compare(stored, from, to);
  }
  const wallClock = (instant: string) => `(${instant}) AT TIME ZONE ${literal(column.zone)}`;
  const end = to === undefined ? undefined : wallClock(to);
  if (column.zone === 'UTC') {
    return compare(stored, wallClock(from), end);
  }
  return [
    compare(stored, `${wallClock(from)} - ${WIDEST_CHANGE}`, end && `${end} + ${WIDEST_CHANGE}`),
    compare(readInstant(column), from, to),
  ].join(' AND ');
}

const asItIs = (sql: string): string => sql;

/**
 * PostgreSQL tries cheap conditions first, and takes a regular expression for cheaper than a time that is computed for
 * each row. Where no index leads to the time, this keeps it from reading the texts of the whole table.
 */
export const computedOnce = (sql: string): string => `(SELECT ${sql})`;

/** No zone ever changed its clocks by more: some jumped over a day at the date line. */
const WIDEST_CHANGE = `interval '25 hours'`;

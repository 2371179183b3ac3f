import { type Settings, type TableSettings } from '../../../settings/settings';
import { identifier, tableName } from '../../../sql/identifier';
import { computedOnce, isWithin, readInstant, type InstantColumn, type Range } from '../../../sql/instant';

/** When the rows of a table of the generator were written, as the installation stores it. */
export const writtenAt = (
  { zones }: Settings,
  { columns, timestamps }: TableSettings<'created_at'>
): InstantColumn => ({ column: columns.created_at, type: timestamps, zone: zones.timestamps });

/**
 * The rows of a range as a table expression: the named columns under their documented names, and `at` (`timestamptz`).
 *
 * @param where more conditions, on the columns as they are stored
 */
export function rowsWithin<Column extends string>(
  settings: Settings,
  table: TableSettings<Column | 'created_at'>,
  range: Range,
  read: readonly Column[],
  where: readonly string[] = []
): string {
  const at = writtenAt(settings, table);
  const columns = read.map((name) => `${identifier(table.columns[name])} AS ${name}`);
  return `(
  SELECT ${[...columns, `${readInstant(at)} AS at`].join(', ')}
  FROM ${tableName(table.table)}
  WHERE ${[isWithin(at, range, computedOnce), ...where].join(' AND ')}
)`;
}

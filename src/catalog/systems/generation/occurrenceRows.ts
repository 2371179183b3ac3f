import { FAILURES_COLUMNS, type FailuresColumn, type Settings, type TableSettings } from '../../settings/settings';
import { ownTable } from './ownTables';

/**
 * The table that holds a row for each occurrence of a failure. Where the application raises a counter instead of writing
 * rows, it is a table of Genwatch's own with the documented columns, filled by a trigger.
 */
export function occurrenceRows(settings: Settings): TableSettings<FailuresColumn> {
  const { failures } = settings.generation;
  return failures.rows === 'occurrences'
    ? failures
    : { table: ownTable(settings, 'events'), columns: DOCUMENTED, timestamps: 'timestamptz' };
}

const DOCUMENTED = Object.fromEntries(FAILURES_COLUMNS.map((column) => [column, column])) as Record<
  FailuresColumn,
  FailuresColumn
>;

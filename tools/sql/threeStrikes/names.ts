import { seconds } from '../../../src/catalog/exact/duration';
import {
  type FailuresColumn,
  type RunsColumn,
  type Settings,
  type TableSettings,
  type TestsColumn,
} from '../../../src/catalog/settings/settings';
import { type InstantColumn } from '../../../src/catalog/sql/instant';
import { literal } from '../../../src/catalog/sql/literal';
import { regclass } from '../../../src/catalog/sql/regclass';
import { occurrenceRows } from '../../../src/catalog/systems/generation/occurrenceRows';
import { ownTable } from '../../../src/catalog/systems/generation/ownTables';

/** A configured table as SQL. */
export interface NamedTable<Column extends string> {
  readonly table: string;
  /** As PostgreSQL reads a table from text. */
  readonly regclass: string;
  readonly columns: Readonly<Record<Column, string>>;
  readonly createdAt: InstantColumn;
  /** `created_at` of a row under this alias, as timestamptz. */
  readonly at: (alias: string) => string;
  /** Now, of the type of its times. */
  readonly now: string;
}

/** Everything that the scripts call by a name of the settings. */
export interface Names {
  /** What the application writes to. */
  readonly failures: NamedTable<FailuresColumn>;
  /** What holds a row an occurrence: the same table, unless the application raises counters. */
  readonly occurrences: NamedTable<FailuresColumn>;
  readonly isDeduplicated: boolean;
  readonly tests: NamedTable<TestsColumn> & {
    /** `reviewed_at` of a row under this alias, as timestamptz. */
    readonly reviewedAt: (alias: string) => string;
  };
  readonly runs: NamedTable<RunsColumn>;
  readonly queue: string;
  readonly errors: string;
  readonly occurrencesView: string;
  readonly versionsView: string;
  readonly strikes: { readonly failures: string; readonly window: string };
}

export function namesOf(settings: Settings): Names {
  const { failures, tests, runs, strikes } = settings.generation;
  const zone = settings.zones.timestamps;
  return {
    failures: named(failures, zone),
    occurrences: named(occurrenceRows(settings), zone),
    isDeduplicated: failures.rows === 'deduplicated',
    tests: {
      ...named(tests, zone),
      reviewedAt: under({ column: tests.columns.reviewed_at, type: tests.timestamps, zone }),
    },
    runs: named(runs, zone),
    queue: quotedTable(ownTable(settings, 'queue')),
    errors: quotedTable(ownTable(settings, 'errors')),
    occurrencesView: quotedTable(ownTable(settings, 'occurrences')),
    versionsView: quotedTable(ownTable(settings, 'versions')),
    strikes: { failures: strikes.failures, window: `interval '${seconds(strikes.window)} seconds'` },
  };
}

function named<Column extends string>(
  { table, columns, timestamps }: TableSettings<Column | 'created_at'>,
  zone: string
): NamedTable<Column | 'created_at'> {
  const createdAt: InstantColumn = { column: columns.created_at, type: timestamps, zone };
  return {
    table: quotedTable(table),
    regclass: regclass(table),
    columns: Object.fromEntries(
      Object.entries<string>(columns).map(([column, name]) => [column, quoted(name)])
    ) as Record<Column | 'created_at', string>,
    createdAt,
    at: under(createdAt),
    now: timestamps === 'timestamptz' ? 'now()' : `(now() AT TIME ZONE ${literal(zone)})`,
  };
}

const under =
  (column: InstantColumn) =>
  (alias: string): string =>
    column.type === 'timestamptz'
      ? `${alias}.${quoted(column.column)}`
      : `(${alias}.${quoted(column.column)} AT TIME ZONE ${literal(column.zone)})`;

/** Nothing expands a `$` here, and PL/pgSQL knows no escapes in the names of fields. */
const quoted = (name: string): string => `"${name.replace(/"/g, '""')}"`;

const quotedTable = (name: string): string => name.split('.').map(quoted).join('.');

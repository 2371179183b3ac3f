import { type Table } from '../../../src/catalog/kinds/table';
import { type Settings, type TableSettings, type TestsColumn } from '../../../src/catalog/settings/settings';
import { literal } from '../../../src/catalog/sql/literal';
import { regclass } from '../../../src/catalog/sql/regclass';
import { generationTables } from '../../../src/catalog/systems/generation/tables';
import { type Step } from '../script';
import { type Names } from './names';

/** An existing table larger than this gets its index from people, with CONCURRENTLY: writers would wait for it. */
const LARGE = 256 * 1024 * 1024;
const STRIKE_INDEX = 'genwatch_strikes';
const KEPT_SETTINGS = ['search_path', 'lock_timeout', 'statement_timeout'].map(literal).join(', ');

/**
 * From here on everything is made and found beside the table of failures, whatever the search path is; functions that
 * write remember this one.
 */
export const beginSteps = (tables: readonly Table[], { failures, tests }: Names): readonly Step[] => [
  {
    says: 'Finds the tables. From here on everything is made beside the failures, and functions that write look nowhere else.',
    sql: `DO $$
BEGIN
  ${[failures, tests]
    .map(
      ({ regclass: name, table }) =>
        `IF to_regclass(${name}) IS NULL THEN
    RAISE EXCEPTION USING MESSAGE = ${literal(`there is no table ${table}`)},
      HINT = 'Name yours in genwatch.config.yaml, section generation, or make it with "genwatch sql schema".';
  END IF;`
    )
    .join('\n  ')}
  -- To be put back at the end.
  PERFORM set_config('genwatch.' || name, current_setting(name), false)
  FROM unnest(ARRAY[${KEPT_SETTINGS}]) AS kept (name);
  PERFORM set_config('search_path', (
    SELECT string_agg(quote_ident(schema.nspname), ', ' ORDER BY schema.first) || ', pg_temp'
    FROM (
      SELECT nspname, min(position) AS first
      FROM unnest(ARRAY[${tables.map(({ name }) => `to_regclass(${regclass(name)})`).join(', ')}]) WITH ORDINALITY AS found (name, position)
      JOIN pg_class ON pg_class.oid = found.name
      JOIN pg_namespace ON pg_namespace.oid = relnamespace
      GROUP BY nspname
    ) AS schema
  ), false);
END
$$`,
  },
  {
    says: 'Better to give up than to hold up the application behind a long transaction: run it again then.',
    sql: `SET lock_timeout = '5s'`,
  },
  { sql: `SET statement_timeout = '5min'` },
];

export const endSteps: readonly Step[] = [
  {
    says: 'As it was.',
    sql: `SELECT set_config(name, current_setting('genwatch.' || name), false)
FROM unnest(ARRAY[${KEPT_SETTINGS}]) AS kept (name)`,
  },
];

/** Columns that an application's own tables lack: what the application does not fill stays NULL. */
export const columnSteps = (tables: readonly Table[], { failures, tests }: Settings['generation']): readonly Step[] =>
  tables.map((table) => ({
    says: `Columns that an existing table may lack: ${table.holds.toLowerCase()}.`,
    sql: `DO $$
DECLARE
  lacking record;
BEGIN
  FOR lacking IN
    SELECT name, type FROM (VALUES
${table.columns
  .map(({ name, type }) => {
    const isOrigin = table.name === tests.table && name === tests.columns.created_from_failure_id;
    return `      (${literal(name)}, ${isOrigin ? keyType(regclass(failures.table), failures.columns.id) : literal(addable(type))})`;
  })
  .join(',\n')}
    ) AS wanted (name, type)
    WHERE NOT EXISTS (
      SELECT FROM pg_attribute WHERE attrelid = ${regclass(table.name)}::regclass AND attname = wanted.name AND NOT attisdropped
    )
  LOOP
    EXECUTE format('ALTER TABLE %s ADD COLUMN %I %s', ${regclass(table.name)}::regclass, lacking.name, lacking.type);
  END LOOP;
END
$$`,
  }));

/** SQL: the type of a key, so that what refers to it has the same. */
export const keyType = (table: string, column: string): string =>
  `(SELECT format_type(atttypid, atttypmod) FROM pg_attribute WHERE attrelid = ${table}::regclass AND attname = ${literal(column)})`;

/** Rows that are there already have no value for it. */
const addable = (type: string): string => (type.includes('DEFAULT') ? type : type.replace(' NOT NULL', ''));

/** The runs, with the type of the tests' keys. */
export function runsStep({ tests, runs }: Names, { columns }: TableSettings<TestsColumn>): Step {
  const fields = [
    `${runs.columns.id} bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY`,
    `${runs.columns.test_id} #KEY# NOT NULL REFERENCES ${tests.table} (${tests.columns.id}) ON DELETE CASCADE`,
    `${runs.columns.passed} boolean NOT NULL`,
    `${runs.columns.version} text NOT NULL`,
    `${runs.columns.duration_ms} double precision`,
    `${runs.columns.created_at} ${runs.createdAt.type} NOT NULL DEFAULT ${runs.now}`,
  ];
  return {
    says: 'Runs of the tests, where there is no table of them yet.',
    sql: `DO $$
BEGIN
  IF to_regclass(${runs.regclass}) IS NULL THEN
    EXECUTE replace(${literal(`CREATE TABLE ${runs.table} (${fields.join(', ')})`)}, '#KEY#',
      ${keyType(tests.regclass, columns.id)});
    CREATE INDEX ON ${runs.table} (${runs.columns.created_at});
  END IF;
  CREATE INDEX IF NOT EXISTS genwatch_runs_of_test ON ${runs.table} (${runs.columns.test_id}, ${runs.columns.created_at});
END
$$`,
  };
}

export const ownTableSteps = ({ queue, errors }: Names): readonly Step[] => [
  {
    says: `Error types whose strikes are to be counted again: whoever inserted could not wait for others. Rows are only added, so
that nobody waits here either.`,
    sql: `CREATE TABLE IF NOT EXISTS ${queue} (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  error_type text NOT NULL,
  first_at timestamptz NOT NULL,
  last_at timestamptz NOT NULL,
  queued_at timestamptz NOT NULL DEFAULT now(),
  due_at timestamptz NOT NULL DEFAULT now()
)`,
  },
  {
    says: 'What went wrong while strikes were counted. The failures themselves were stored.',
    sql: `CREATE TABLE IF NOT EXISTS ${errors} (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  error_type text,
  message text NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp()
)`,
  },
];

/** Without CONCURRENTLY, which no transaction may hold: the tables of tests are small, and a large one of failures is left to people. */
export function indexStep({ tests, occurrences }: Names): Step {
  const { error_type, created_at, test_generated } = occurrences.columns;
  const index = `${STRIKE_INDEX} ON ${occurrences.table} (${error_type}, ${created_at}) WHERE ${test_generated} IS NOT TRUE`;
  return {
    says: 'At most one test of an error type that is not rejected; and the strikes of a type, without a look at the table.',
    sql: `DO $$
BEGIN
  CREATE UNIQUE INDEX IF NOT EXISTS genwatch_one_open_test ON ${tests.table} (${tests.columns.error_type})
    WHERE ${tests.columns.status} <> 'rejected';
  CREATE INDEX IF NOT EXISTS genwatch_tests_of_type ON ${tests.table} (${tests.columns.error_type});
  IF (SELECT coalesce(sum(pg_relation_size(relid)), 0) FROM pg_partition_tree(${occurrences.regclass}) WHERE isleaf) < ${LARGE} THEN
    CREATE INDEX IF NOT EXISTS ${index};
  ELSIF NOT EXISTS (
    SELECT FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
    WHERE indrelid = ${occurrences.regclass}::regclass AND relname = '${STRIKE_INDEX}'
  ) THEN
    RAISE WARNING USING MESSAGE = ${literal(`the table ${occurrences.table} is large: build its index now, without locking writers out`)},
      HINT = ${literal(`CREATE INDEX CONCURRENTLY IF NOT EXISTS ${index};`)};
  END IF;
END
$$`,
  };
}

/** The tables that the application writes to, of those of these settings. */
export const applicationTables = (
  settings: Settings,
  of: ReadonlyArray<keyof Settings['generation'] & string>
): Table[] =>
  generationTables(settings).filter(
    ({ setting, madeBy, optional }) => !madeBy && !optional && of.some((table) => setting === `generation.${table}`)
  );

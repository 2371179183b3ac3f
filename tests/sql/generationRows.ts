import { type Client } from 'pg';

import { DEFAULT_SETTINGS } from '../../src/catalog/settings/defaults';
import { type Settings, type TableSettings } from '../../src/catalog/settings/settings';
import { identifier, tableName } from '../../src/catalog/sql/identifier';
import { literal } from '../../src/catalog/sql/literal';
import { strikeErrorsTable } from '../../src/catalog/systems/generation/strikeErrors';

/** One occurrence of a failure, as the application writes it. */
export interface FailureRow {
  readonly at: number;
  readonly error_type: string;
  readonly failure_category: string | null;
  readonly severity: string | null;
  readonly fingerprint: string | null;
  readonly framework: string | null;
  readonly user_id: string | null;
  readonly project_id: string | null;
  readonly test_generated: boolean | null;
}

export interface AnalyticsRow {
  readonly at: number;
  readonly success: boolean;
  readonly framework: string | null;
  readonly metadata: unknown;
}

export interface TestRow {
  readonly at: number;
  readonly id: number;
  readonly error_type: string;
  readonly status: string;
  readonly pass_count: number;
  /** ISO 8601. */
  readonly reviewed_at: string | null;
}

export interface RunRow {
  readonly at: number;
  readonly id: number;
  readonly test_id: number;
  readonly passed: boolean;
  readonly version: string;
}

/** Everything in the generator's tables. */
export interface GenerationRows {
  readonly failures: readonly FailureRow[];
  readonly analytics: readonly AnalyticsRow[];
  readonly tests: readonly TestRow[];
  readonly runs: readonly RunRow[];
}

/** A way in which installations keep the generator's tables. */
export interface GenerationLayout {
  readonly title: string;
  readonly settings: Settings;
  readonly sessionZone: string;
}

const { generation } = DEFAULT_SETTINGS;

const renamed = <Column extends string, T extends TableSettings<Column>>(table: T, schema: string): T => ({
  ...table,
  table: `${schema}.${camel(table.table)}`,
  columns: Object.fromEntries(
    Object.entries<string>(table.columns).map(([column, name]) => [column, `${camel(name)}$`])
  ) as T['columns'],
  timestamps: 'timestamp',
});

const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

const SCHEMA = `Gen App${process.pid}`;

export const GENERATION_LAYOUTS: readonly GenerationLayout[] = [
  { title: 'the documented names and timestamptz', settings: DEFAULT_SETTINGS, sessionZone: 'America/New_York' },
  {
    title: 'other names in another schema, and timestamp in a zone with summer time',
    settings: {
      ...DEFAULT_SETTINGS,
      zones: { buckets: 'UTC', timestamps: 'Europe/Berlin' },
      generation: {
        ...generation,
        failures: renamed(generation.failures, SCHEMA),
        analytics: renamed(generation.analytics, SCHEMA),
        tests: renamed(generation.tests, SCHEMA),
        runs: renamed(generation.runs, SCHEMA),
      },
    },
    sessionZone: 'Asia/Kolkata',
  },
];

/** Types that are as loose as those of applications: nothing is needed but the time. */
const TYPES: Readonly<Record<string, string>> = {
  id: 'bigint',
  test_id: 'bigint',
  created_from_failure_id: 'bigint',
  success: 'boolean',
  passed: 'boolean',
  test_generated: 'boolean',
  metadata: 'jsonb',
  context: 'jsonb',
  pass_count: 'integer',
  fail_count: 'integer',
  run_count: 'integer',
  confidence_score: 'double precision',
  duration_ms: 'double precision',
  reviewed_at: 'timestamptz',
};

type TableKey = 'failures' | 'analytics' | 'tests' | 'runs';

/** The tables of a layout, and that of the trigger's errors; without a schema of their own they are temporary. */
export async function makeGenerationTables(client: Client, { settings }: GenerationLayout): Promise<void> {
  const tables = (['failures', 'analytics', 'tests', 'runs'] as const).map((key) => settings.generation[key]);
  const [schema, named] = settings.generation.failures.table.split('.');
  const kind = named === undefined ? 'TEMPORARY ' : '';
  if (named !== undefined) {
    await client.query(`CREATE SCHEMA ${identifier(schema ?? '')}`);
  }
  for (const { table, columns, timestamps } of tables as ReadonlyArray<TableSettings<string>>) {
    const list = Object.entries(columns).map(
      ([column, name]) =>
        `${identifier(name)} ${['created_at', 'reviewed_at'].includes(column) ? timestamps : (TYPES[column] ?? 'text')}`
    );
    await client.query(`CREATE ${kind}TABLE ${tableName(table)} (${list.join(', ')})`);
  }
  await client.query(
    `CREATE ${kind}TABLE ${tableName(strikeErrorsTable(settings))} (id bigint, error_type text, message text, at timestamptz)`
  );
}

export async function insertGenerationRows(
  client: Client,
  layout: GenerationLayout,
  rows: GenerationRows
): Promise<void> {
  for (const key of ['failures', 'analytics', 'tests', 'runs'] as const) {
    await insert(client, layout, key, rows[key]);
  }
}

async function insert(
  client: Client,
  { settings }: GenerationLayout,
  key: TableKey,
  rows: ReadonlyArray<{ readonly at: number }>
): Promise<void> {
  const [first] = rows;
  if (first === undefined) {
    return;
  }
  const { table, columns, timestamps } = settings.generation[key] as TableSettings<string>;
  const read = Object.keys(first).filter((column) => column !== 'at');
  const typed = [...read.map((column) => `${column} ${TYPES[column] ?? 'text'}`), 'at timestamptz'];
  const stored = (instant: string) =>
    timestamps === 'timestamptz' ? instant : `${instant} AT TIME ZONE ${literal(settings.zones.timestamps)}`;
  const values = read.map((column) => (column === 'reviewed_at' ? stored(column) : column));
  await client.query(
    `INSERT INTO ${tableName(table)} (${[...read, 'created_at'].map((column) => identifier(columns[column] ?? '')).join(', ')})
     SELECT ${[...values, stored('at')].join(', ')} FROM jsonb_to_recordset($1) AS rows (${typed.join(', ')})`,
    [JSON.stringify(rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() })))]
  );
}

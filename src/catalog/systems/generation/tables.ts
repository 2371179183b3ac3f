import { type Column, type Table } from '../../kinds/table';
import {
  FAILURES_COLUMNS,
  FAILURE_CATEGORIES,
  SEVERITIES,
  type Settings,
  type TableSettings,
} from '../../settings/settings';
import { identifier, tableName } from '../../sql/identifier';
import { instantType } from '../../sql/instantType';
import { literal } from '../../sql/literal';
import { ownTable } from './ownTables';
import { strikeErrors } from './strikeErrors';

const KEY = 'bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY';
const TEST_STATUSES = ['proposed', 'approved', 'rejected'] as const;

/** The tables of the generator: what failed, what succeeded, the tests that came of it, and their runs. */
export function generationTables(settings: Settings): readonly Table[] {
  const { failures, analytics, tests, runs } = settings.generation;
  return [
    {
      ...of(failures),
      setting: 'generation.failures',
      holds: 'Failed generations, one row an occurrence',
      columns: columns(settings, failures, {
        id: KEY,
        error_type: 'text NOT NULL',
        error_message: 'text NOT NULL',
        // Category, severity and fingerprint may be left out: a trigger fills them in.
        failure_category: `text ${oneOf(failures.columns.failure_category, FAILURE_CATEGORIES)}`,
        severity: `text ${oneOf(failures.columns.severity, SEVERITIES)}`,
        fingerprint: 'text',
        stack_trace: 'text',
        framework: 'text',
        user_id: 'text',
        project_id: 'text',
        user_request: 'text',
        context: 'jsonb',
        test_generated: 'boolean NOT NULL DEFAULT false',
        ...(failures.rows === 'deduplicated' && {
          occurrence_count: 'integer NOT NULL DEFAULT 1',
          updated_at: instantType(failures.timestamps, settings),
        }),
      }),
      acceleration: [],
    },
    {
      ...of(analytics),
      setting: 'generation.analytics',
      holds: 'Generations that came to their end',
      columns: columns(settings, analytics, {
        id: KEY,
        project_id: 'text',
        user_request: 'text',
        success: 'boolean NOT NULL',
        framework: 'text',
        metadata: 'jsonb',
        user_id: 'text',
      }),
      acceleration: [],
    },
    {
      ...of(tests),
      setting: 'generation.tests',
      holds: 'Tests that repeated failures left behind',
      columns: columns(settings, tests, {
        id: KEY,
        test_name: 'text NOT NULL',
        test_body: 'text NOT NULL',
        language: 'text NOT NULL',
        target: 'text NOT NULL',
        created_from_failure_id: 'bigint',
        error_type: 'text NOT NULL',
        confidence_score: 'double precision NOT NULL DEFAULT 0',
        run_count: 'integer NOT NULL DEFAULT 0',
        pass_count: 'integer NOT NULL DEFAULT 0',
        fail_count: 'integer NOT NULL DEFAULT 0',
        status: `text NOT NULL DEFAULT 'proposed' ${oneOf(tests.columns.status, TEST_STATUSES)}`,
        reviewed_by: 'text',
        reviewed_at: tests.timestamps,
      }),
      acceleration: [],
    },
    {
      ...of(runs),
      setting: 'generation.runs',
      holds: 'Runs of those tests',
      columns: columns(settings, runs, {
        id: KEY,
        test_id: `bigint NOT NULL REFERENCES ${tableName(tests.table)} (${identifier(tests.columns.id)}) ON DELETE CASCADE`,
        passed: 'boolean NOT NULL',
        version: 'text NOT NULL',
        duration_ms: 'double precision',
      }),
      acceleration: [],
    },
    strikeErrors(settings),
    ...ownTables(settings),
  ];
}

/** What Genwatch's own scripts make, and pages and the exporter read. */
function ownTables(settings: Settings): Table[] {
  const read = (...names: readonly string[]): Column[] => names.map((name) => ({ name, type: 'text' }));
  const own = (table: Parameters<typeof ownTable>[1], madeBy: NonNullable<Table['madeBy']>) => ({
    setting: 'generation.failures',
    name: ownTable(settings, table),
    madeBy,
    acceleration: [],
  });
  return [
    {
      ...own('occurrences', 'three-strikes'),
      holds: 'Failures, one row a fingerprint (view)',
      columns: read(
        'fingerprint',
        'error_type',
        'failure_category',
        'severity',
        'message',
        'occurrence_count',
        'first_seen',
        'last_seen',
        'users',
        'projects',
        'test_generated'
      ),
      time: 'last_seen',
    },
    {
      ...own('versions', 'three-strikes'),
      holds: 'What runs said of each version, one row a test and version (view)',
      columns: read('test_id', 'version', 'run_count', 'pass_count', 'fail_count', 'flaky', 'first_run', 'last_run'),
      time: 'last_run',
    },
    {
      ...own('queue', 'three-strikes'),
      holds: 'Error types whose strikes are to be counted again',
      columns: read('id', 'error_type', 'first_at', 'last_at', 'queued_at', 'due_at'),
      time: 'queued_at',
    },
    {
      ...own('reviews', 'review-role'),
      holds: 'Verdicts on tests, and why',
      columns: read('id', 'test_id', 'verdict', 'reason', 'reviewed_by', 'reviewed_at', 'request_id'),
      time: 'reviewed_at',
    },
    ...(settings.generation.failures.rows === 'occurrences'
      ? []
      : [
          {
            ...own('events', 'three-strikes'),
            holds: 'Failures, one row an occurrence, as a counter was raised',
            columns: read('id', 'failure_id', ...FAILURES_COLUMNS.filter((column) => column !== 'id')),
            time: 'created_at',
          },
        ]),
  ];
}

const of = ({ table, columns }: TableSettings<'created_at'>) => ({ name: table, time: columns.created_at });

const oneOf = (column: string, values: readonly string[]): string =>
  `CHECK (${identifier(column)} IN (${values.map(literal).join(', ')}))`;

/** The columns by their configured names, in the order of their types; the last tells when the row was written. */
function columns<Name extends string>(
  settings: Settings,
  { columns: names, timestamps }: TableSettings<Name | 'created_at'>,
  types: Readonly<Partial<Record<Exclude<Name, 'created_at'>, string>>>
): readonly Column[] {
  return [
    ...(Object.entries(types) as Array<[Name, string]>).map(([column, type]) => ({ name: names[column], type })),
    { name: names.created_at, type: instantType(timestamps, settings) },
  ];
}

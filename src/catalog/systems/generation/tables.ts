import { type Column, type Table } from '../../kinds/table';
import { type Settings, type TableSettings } from '../../settings/settings';
import { instantType } from '../../sql/instantType';
import { strikeErrors } from './strikeErrors';

const KEY = 'bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY';

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
        failure_category: `text NOT NULL DEFAULT 'unknown'`,
        severity: `text NOT NULL DEFAULT 'medium'`,
        fingerprint: 'text',
        stack_trace: 'text',
        framework: 'text',
        user_id: 'text',
        project_id: 'text',
        user_request: 'text',
        context: 'jsonb',
        test_generated: 'boolean NOT NULL DEFAULT false',
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
        status: `text NOT NULL DEFAULT 'proposed'`,
        reviewed_by: 'text',
        reviewed_at: 'timestamptz',
      }),
      acceleration: [],
    },
    {
      ...of(runs),
      setting: 'generation.runs',
      holds: 'Runs of those tests',
      columns: columns(settings, runs, {
        id: KEY,
        test_id: 'bigint NOT NULL',
        passed: 'boolean NOT NULL',
        version: 'text NOT NULL',
        duration_ms: 'double precision',
      }),
      acceleration: [],
    },
    strikeErrors(settings),
  ];
}

const of = ({ table, columns }: TableSettings<'created_at'>) => ({ name: table, time: columns.created_at });

/** The columns by their configured names, in the order of their types; the last tells when the row was written. */
function columns<Name extends string>(
  settings: Settings,
  { columns: names, timestamps }: TableSettings<Name | 'created_at'>,
  types: Readonly<Record<Exclude<Name, 'created_at'>, string>>
): readonly Column[] {
  return [
    ...(Object.keys(types) as Array<Exclude<Name, 'created_at'>>).map((column) => ({
      name: names[column],
      type: types[column],
    })),
    { name: names.created_at, type: instantType(timestamps, settings) },
  ];
}

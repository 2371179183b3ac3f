import { type Client } from 'pg';

import { literal } from '../../src/catalog/sql/literal';

/**
 * Fills the empty table of failures with 30 days of them up to now, of 200 error types, in the order of their time. Every
 * row is made from its number, so that each run has the same ones. Triggers do not see them.
 */
export async function fillFailures(client: Client, rows: number): Promise<void> {
  const { columns, values } = FAILURE;
  await client.query('ALTER TABLE generation_failures DISABLE TRIGGER USER');
  await client.query(
    `INSERT INTO generation_failures (error_type, ${columns}, fingerprint, test_generated, created_at)
    SELECT 'Error' || n % 200, ${values}, left(md5((n % 5000)::text), 16), n % 7 = 0,
      ${writtenAt(rows)}
    FROM generate_series(1, ${rows}) AS n`
  );
  await client.query('ALTER TABLE generation_failures ENABLE TRIGGER USER');
}

/** When row `n` of so many happened. */
const writtenAt = (rows: number) => `now() - interval '30 days' * (1 - n / CAST(${rows} AS double precision))`;

/** Fills the empty table of analytics with 30 days of successes up to now, in the order of their time. */
export async function fillSuccesses(client: Client, rows: number): Promise<void> {
  await client.query(
    `INSERT INTO generation_analytics (project_id, user_request, success, framework, metadata, user_id, created_at)
    SELECT 'project-' || n % 400, ${literal(REQUEST)}, true, (ARRAY['React', 'HTML', 'Vue', NULL])[1 + n % 4],
      jsonb_build_object('fileCount', 1 + n % 40, 'duration', 20000 + n * 7919 % 90000, 'buildTime', 2000 + n * 104729 % 9000,
        'memory', 200000000 + n * 15485863 % 300000000, 'phases', jsonb_build_array(
          jsonb_build_object('name', 'plan', 'duration', 2000 + n % 5000),
          jsonb_build_object('name', 'generate', 'duration', 9000 + n % 30000),
          jsonb_build_object('name', 'build', 'duration', 2000 + n % 9000))),
      'user-' || n % 900, ${writtenAt(rows)}
    FROM generate_series(CAST(1 AS bigint), ${rows}) AS n`
  );
}

const STACK_LINE = '    at Scene (/app/src/scenes/intro.tsx:14:9)\n';
const REQUEST = 'create a bar chart in the intro, please, with three cards behind the title';
const CONTEXT = '{"model": "large", "attempt": 2, "phase": "code", "tokens": 4211}';

const FAILURE = {
  columns:
    'error_message, failure_category, severity, stack_trace, framework, user_id, project_id, user_request, context',
  /** Made from a number `n`. */
  values: [
    `'Cannot read properties of undefined (reading ''map' || n % 90 || ''') at /app/src/scenes/' || md5(n::text) || '.tsx:' || n % 300`,
    `'unknown'`,
    `'medium'`,
    `repeat(${literal(STACK_LINE)}, CAST(12 + n % 12 AS integer))`,
    `(ARRAY['React', 'HTML', 'Vue', NULL])[1 + n % 4]`,
    `'user-' || n % 900`,
    `'project-' || n % 400`,
    literal(REQUEST),
    `${literal(CONTEXT)}::jsonb`,
  ].join(', '),
} as const;

/** Such a failure as the documented logger of an application writes it; it classifies errors by itself, unless told not to. */
export const loggedFailure = (errorType: string, n: number, classified = true) => ({
  error_type: errorType,
  error_message: `Cannot read properties of undefined (reading 'map${n % 90}') at /app/src/scenes/${n * 7919}.tsx:${n % 300}`,
  failure_category: classified ? 'unknown' : null,
  severity: classified ? 'medium' : null,
  stack_trace: STACK_LINE.repeat(12 + (n % 12)),
  framework: ['React', 'HTML', 'Vue', null][n % 4] ?? null,
  user_id: `user-${n % 900}`,
  project_id: `project-${n % 400}`,
  user_request: REQUEST,
  context: CONTEXT,
});

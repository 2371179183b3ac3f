import { seconds } from '../../../exact/duration';
import { type Query } from '../../../kinds/query';
import { decision } from '../../../kinds/source';
import { type Settings } from '../../../settings/settings';
import { identifier, tableName } from '../../../sql/identifier';
import { readInstant } from '../../../sql/instant';
import { rangeOf } from '../../../sql/range';
import { CHANNEL } from '../channel';
import { generationMetrics as metrics, TEST_STATES, WINDOWS } from '../metrics';
import { oneRow, type Cell, type Cells } from './oneRow';
import { strikesWithin } from './strikesWithin';
import { rowsWithin, writtenAt } from './tableRange';

/** What became of failures: strikes, the tests they made, and how these do. Each table is read once. */
export function recovery(settings: Settings): Query {
  const { strikes, runs } = settings.generation;
  return oneRow({
    id: 'generation.recovery',
    title: 'Strikes, tests and their runs, in one reading',
    tables: (parameters) => [
      `test AS MATERIALIZED (
${tests(settings)}
)`,
      `strike AS MATERIALIZED (
  SELECT failures, unanswered, coalesce(has_open, false) AS has_open, coalesce(is_reviewed, false) AS is_reviewed
  FROM (
    SELECT error_type, count(*) AS failures, count(*) FILTER (WHERE is_strike) AS unanswered
    FROM ${strikesWithin(settings, rangeOf(parameters))}
    GROUP BY error_type
  ) AS failed LEFT JOIN (
    SELECT error_type, bool_or(status <> 'rejected') AS has_open,
      bool_or(status <> 'proposed') AND NOT bool_or(status = 'proposed') AS is_reviewed
    FROM test
    GROUP BY error_type
  ) AS tested USING (error_type)
)`,
      `run AS MATERIALIZED (
  SELECT test_id, bool_or(has_both) AS is_flaky, bool_or(passed) AS passed, (array_agg(newest ORDER BY at DESC, id DESC))[1] AS newest
  FROM (
    SELECT test_id, bool_or(passed) AND NOT bool_and(passed) AS has_both, bool_or(passed) AS passed, max(at) AS at,
      (array_agg(id ORDER BY at DESC, id DESC))[1] AS id, (array_agg(passed ORDER BY at DESC, id DESC))[1] AS newest
    FROM ${rowsWithin(settings, runs, rangeOf(parameters), ['id', 'test_id', 'passed', 'version'])} AS stored
    GROUP BY test_id, version
  ) AS of_version
  GROUP BY test_id
)`,
      `tested AS (
  SELECT status, created_at, coalesce(is_flaky, false) AS is_flaky, status = 'approved' AND newest IS FALSE AS is_failing,
    pass_count > 0 OR passed IS TRUE AS has_passed
  FROM test LEFT JOIN run ON run.test_id = test.id
)`,
    ],
    parts: (parameters) => [
      { from: 'strike', cells: strikeCounts(strikes) },
      { from: 'tested', cells: { ...stateCounts(), ...generated(rangeOf(parameters).to) } },
    ],
    tier: { window: strikes.window, every: '1m', refreshOn: CHANNEL },
    source: decision('20', 'exactly one test'),
  });
}

const READ = ['id', 'error_type', 'status', 'pass_count'] as const;

function tests(settings: Settings): string {
  const { tests: table } = settings.generation;
  const columns = READ.map((name) => `${identifier(table.columns[name])} AS ${name}`);
  return `  SELECT ${[...columns, `${readInstant(writtenAt(settings, table))} AS created_at`].join(', ')}
  FROM ${tableName(table.table)}`;
}

const strikeCounts = (strikes: Settings['generation']['strikes']): Cells => ({
  strikes_unanswered: {
    sql: `CAST(count(*) FILTER (WHERE unanswered >= ${strikes.failures} AND NOT has_open) AS integer)`,
    type: 'integer',
    feed: { metric: metrics.strikesUnanswered, labels: {} },
  },
  repeated_failures: {
    sql: 'CAST(coalesce(max(failures) FILTER (WHERE NOT is_reviewed), 0) AS integer)',
    type: 'integer',
    feed: { metric: metrics.repeatedFailures, labels: { window: strikes.window } },
  },
});

const STATES: Readonly<Record<(typeof TEST_STATES)[number], string>> = {
  proposed: `status = 'proposed'`,
  approved: `status = 'approved'`,
  rejected: `status = 'rejected'`,
  failing: 'is_failing',
  regression: 'is_failing AND has_passed',
  flaky: `is_flaky AND status <> 'rejected'`,
};

const stateCounts = (): Cells =>
  Object.fromEntries(
    TEST_STATES.map((state): [string, Cell] => [
      state,
      {
        sql: `CAST(count(*) FILTER (WHERE ${STATES[state]}) AS integer)`,
        type: 'integer',
        feed: { metric: metrics.tests, labels: { state } },
      },
    ])
  );

const generated = (to: string): Cells =>
  Object.fromEntries(
    WINDOWS.map((window): [string, Cell] => [
      `tests_${window}`,
      {
        sql: `CAST(count(*) FILTER (WHERE created_at >= ${to} - interval '${seconds(window)} seconds' AND created_at < ${to}) AS integer)`,
        type: 'integer',
        feed: { metric: metrics.testsGenerated, labels: { window } },
      },
    ])
  );

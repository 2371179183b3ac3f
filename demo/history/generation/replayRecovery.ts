import { seconds } from '../../../src/catalog/exact/duration';
import { TEST_STATES, WINDOWS } from '../../../src/catalog/systems/generation/metrics';
import { identifier, tableName } from '../../../src/catalog/sql/identifier';
import { readInstant } from '../../../src/catalog/sql/instant';
import { writtenAt } from '../../../src/catalog/systems/generation/queries/tableRange';
import { firstFrom, type Columns, type Replay, type Replayed } from '../replay';
import { failureRows, milliseconds, type FailureRow } from './generationRows';
import { countWithin } from './windows';

interface TestRow {
  readonly id: string;
  readonly type: string;
  readonly status: string;
  readonly made: number;
  /** Infinite for one that waits. */
  readonly reviewed: number;
}

interface RunRow {
  readonly test: string;
  readonly at: number;
  readonly passed: boolean;
  readonly version: string;
}

/**
 * Strikes, tests and runs as they stood at each instant. A test waits until its review: what it was before nobody wrote down, and
 * no test of the demo was ever anything else.
 */
export const replayRecovery: Replay = async (replayed) => {
  const { instants, query, catalog } = replayed;
  const { strikes } = catalog.settings.generation;
  const window = seconds(query.tier.window) * 1000;
  const failures = await failureRows(replayed, (instants[0] ?? 0) - window, instants.at(-1) ?? 0);
  const tests = await testRows(replayed);
  const runs = await runRows(replayed);
  const made = tests.map(({ made: at }) => ({ at }));
  return {
    ...strikeColumns(failures, tests, instants, window, Number(strikes.failures)),
    ...stateColumns(tests, runs, instants, window),
    ...Object.fromEntries(
      WINDOWS.map((length) => [`tests_${length}`, countWithin(made, instants, seconds(length) * 1000)])
    ),
  };
};

function testRows({ ask, catalog: { settings } }: Replayed): Promise<TestRow[]> {
  const { tests } = settings.generation;
  const column = (name: 'id' | 'error_type' | 'status') => identifier(tests.columns[name]);
  const reviewed = readInstant({ ...writtenAt(settings, tests), column: tests.columns.reviewed_at });
  return ask(
    `SELECT CAST(${column('id')} AS text) AS id, ${column('error_type')} AS type, ${column('status')} AS status,
       ${milliseconds(readInstant(writtenAt(settings, tests)))} AS made,
       coalesce(${milliseconds(reviewed)}, 'Infinity') AS reviewed
     FROM ${tableName(tests.table)}`,
    []
  );
}

function runRows({ ask, catalog: { settings } }: Replayed): Promise<RunRow[]> {
  const { table, columns } = settings.generation.runs;
  const at = readInstant(writtenAt(settings, settings.generation.runs));
  return ask(
    `SELECT CAST(${identifier(columns.test_id)} AS text) AS test, ${milliseconds(at)} AS at,
       ${identifier(columns.passed)} AS passed, ${identifier(columns.version)} AS version
     FROM ${tableName(table)} ORDER BY ${at}, ${identifier(columns.id)}`,
    []
  );
}

const statusAt = ({ status, reviewed }: TestRow, at: number): string => (reviewed < at ? status : 'proposed');

function strikeColumns(
  failures: readonly FailureRow[],
  tests: readonly TestRow[],
  instants: readonly number[],
  window: number,
  strikes: number
): Columns {
  const types = [...new Set(failures.map(({ type }) => type))].map((type) => {
    const rows = failures.filter((row) => row.type === type);
    return {
      tests: tests.filter((test) => test.type === type),
      failures: countWithin(rows, instants, window),
      strikes: Float64Array.from(
        rows.filter(({ answered }) => !answered),
        (row) => row.at
      ),
    };
  });
  const at = (i: number) =>
    types.map((one) => {
      const instant = instants[i] ?? 0;
      const statuses = one.tests.filter(({ made }) => made < instant).map((test) => statusAt(test, instant));
      return {
        failures: one.failures[i] ?? 0,
        unanswered: between(one.strikes, Math.max(instant - window, lastRejection(one.tests, instant)), instant),
        hasOpen: statuses.some((status) => status !== 'rejected'),
        isReviewed: statuses.length > 0 && !statuses.includes('proposed'),
      };
    });
  const seen = instants.map((_, i) => at(i));
  return {
    strikes_unanswered: seen.map(
      (all) => all.filter(({ unanswered, hasOpen }) => unanswered >= strikes && !hasOpen).length
    ),
    repeated_failures: seen.map((all) =>
      Math.max(0, ...all.filter(({ isReviewed }) => !isReviewed).map((one) => one.failures))
    ),
  };
}

/** No finer is the time of a row, milliseconds. */
const MICROSECOND = 0.001;

/** The first instant after the last rejection before `at`. */
const lastRejection = (tests: readonly TestRow[], at: number): number =>
  Math.max(
    -Infinity,
    ...tests.filter((test) => statusAt(test, at) === 'rejected').map(({ reviewed }) => reviewed + MICROSECOND / 2)
  );

const between = (times: Float64Array, from: number, to: number): number =>
  Math.max(0, firstFrom(times, to) - firstFrom(times, from));

function stateColumns(
  tests: readonly TestRow[],
  runs: readonly RunRow[],
  instants: readonly number[],
  window: number
): Columns {
  const ofTest = tests.map((test) => ({ test, runs: runs.filter((run) => run.test === test.id) }));
  const seen = instants.map((at) =>
    ofTest
      .filter(({ test }) => test.made < at)
      .map(({ test, runs: all }) => {
        const status = statusAt(test, at);
        const before = all.filter((run) => run.at < at);
        const recent = before.filter((run) => run.at >= at - window);
        const isFailing = status === 'approved' && recent.at(-1)?.passed === false;
        return {
          [status]: true,
          failing: isFailing,
          regression: isFailing && before.some(({ passed }) => passed),
          flaky: status !== 'rejected' && isFlaky(recent),
        };
      })
  );
  return Object.fromEntries(
    TEST_STATES.map((state) => [
      state,
      seen.map((all) => all.filter((one: Record<string, boolean>) => one[state]).length),
    ])
  );
}

function isFlaky(runs: readonly RunRow[]): boolean {
  const failed = new Set(runs.filter(({ passed }) => !passed).map(({ version }) => version));
  return failed.size > 0 && runs.some(({ passed, version }) => passed && failed.has(version));
}

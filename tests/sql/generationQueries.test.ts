import { DEFAULT_SETTINGS } from '../../src/catalog/settings/defaults';
import { type Settings, type TableSettings } from '../../src/catalog/settings/settings';
import { pageQueries } from '../../src/catalog/systems/generation/queries/pageQueries';
import { insert, rowsOf, withGenerationTables } from './generationTables';

const MINUTE = 60_000;
const NOON = Date.parse('2026-06-10T12:00:00Z');
const RANGE = { from: NOON, to: NOON + 60 * MINUTE };
const QUERIES = pageQueries(DEFAULT_SETTINGS);
const at = (minute: number) => NOON + minute * MINUTE;
const instant = (minute: number) => new Date(at(minute));

/** Every column called otherwise, in a schema of its own, on wall clocks. */
function elsewhere<Name extends string>(table: TableSettings<Name>): TableSettings<Name> {
  const columns = Object.fromEntries(
    Object.entries<string>(table.columns).map(([key, name]) => [key, `${name}Of`])
  ) as Record<Name, string>;
  return { table: `Gen App.${table.table}"`, columns, timestamps: 'timestamp' };
}

const { generation } = DEFAULT_SETTINGS;
const ELSEWHERE: Settings = {
  ...DEFAULT_SETTINGS,
  zones: { ...DEFAULT_SETTINGS.zones, timestamps: 'Europe/Berlin' },
  generation: {
    ...generation,
    failures: { ...generation.failures, ...elsewhere(generation.failures) },
    analytics: elsewhere(generation.analytics),
    tests: elsewhere(generation.tests),
    runs: elsewhere(generation.runs),
  },
};

describe.each([
  ['the defaults', DEFAULT_SETTINGS],
  ['other names and wall clocks', ELSEWHERE],
])('every query on empty tables with %s', (_, settings) => {
  it.each(Object.values(pageQueries(settings)).map((query) => [query.id, query] as const))(
    '%s runs with and without a subject, and has its columns',
    (id, query) =>
      withGenerationTables(async (client) => {
        for (const subject of [undefined, `'it''s'`]) {
          const sql = query.sql({
            from: `'${new Date(RANGE.from).toISOString()}'`,
            to: `'${new Date(RANGE.to).toISOString()}'`,
            limit: '10',
            ...(subject && { subject }),
          });
          const { fields, rows } = await client.query(sql);
          expect(fields.map(({ name }) => name)).toEqual(Object.keys(query.columns));
          expect(rows).toHaveLength(id === 'generation.failure_over_time' ? 1 : 0);
        }
      }, settings)
  );

  it('leaves no dollar for Grafana to expand beside its macros', () => {
    for (const query of Object.values(pageQueries(settings))) {
      expect(query.sql({ from: 'now()', to: 'now()', limit: '1', subject: `'x'` })).not.toMatch(/\$|\[\[/);
    }
  });
});

describe('failures', () => {
  const FAILED = [
    { at: at(1), fingerprint: 'f1', error_message: 'old words', severity: 'critical', user_id: 'ann', project_id: 'p' },
    { at: at(2), fingerprint: 'f1', error_message: 'new words', severity: 'low', user_id: 'ann', project_id: null },
    { at: at(3), fingerprint: 'f2', error_message: 'm'.repeat(300), severity: 'high', user_id: null, project_id: null },
    { at: at(-1), fingerprint: 'f1', error_message: 'before', severity: 'high', user_id: 'bob', project_id: 'q' },
    { at: at(60), fingerprint: 'f1', error_message: 'after', severity: 'high', user_id: 'bob', project_id: 'q' },
  ];

  it('are one row a fingerprint: the words of the latest, the severity of the worst, the most frequent first', () =>
    withGenerationTables(async (client) => {
      await insert(client, 'failures', FAILED);
      const rows = await rowsOf(client, QUERIES.failures, RANGE);
      expect(rows).toEqual([
        {
          fingerprint: 'f1',
          error_type: 'TypeError',
          category: 'unknown',
          severity: 'critical',
          message: 'new words',
          occurrences: 2,
          users: 1,
          projects: 1,
          first_seen: instant(1),
          last_seen: instant(2),
          test_id: null,
          test_status: null,
        },
        expect.objectContaining({ fingerprint: 'f2', message: 'm'.repeat(200), occurrences: 1, users: 0, projects: 0 }),
      ]);
      expect(await rowsOf(client, QUERIES.failures, { ...RANGE, subject: 'f2' })).toEqual([rows[1]]);
      expect(await rowsOf(client, QUERIES.failures, { ...RANGE, limit: 1 })).toEqual([rows[0]]);
    }));

  it('without a fingerprint are told apart by their words', () =>
    withGenerationTables(async (client) => {
      const of = (message: string) => ({ at: at(1), fingerprint: null, error_message: message });
      await insert(client, 'failures', [of('one'), of('one'), of('two')]);
      const rows = await rowsOf(client, QUERIES.failures, RANGE);
      expect(rows.map(({ message, occurrences }) => [message, occurrences])).toEqual([
        ['one', 2],
        ['two', 1],
      ]);
      expect(rows[0]?.['fingerprint']).toMatch(/^[0-9a-f]{16}$/);
      const subject = String(rows[0]?.['fingerprint']);
      expect(await rowsOf(client, QUERIES.failureOccurrences, { ...RANGE, subject })).toHaveLength(2);
    }));

  it('name the test of their error type, the open one before those that were rejected', () =>
    withGenerationTables(async (client) => {
      await insert(client, 'failures', [
        { at: at(1), fingerprint: 'f1', error_type: 'A' },
        { at: at(1), fingerprint: 'f2', error_type: 'B' },
      ]);
      await insert(client, 'tests', [
        { id: 1, error_type: 'A', status: 'approved', at: at(-90) },
        { id: 2, error_type: 'A', status: 'rejected', at: at(-10) },
        { id: 3, error_type: 'B', status: 'rejected', at: at(-20) },
        { id: 4, error_type: 'B', status: 'rejected', at: at(-10) },
      ]);
      const rows = await rowsOf(client, QUERIES.failures, RANGE);
      expect(rows.map(({ fingerprint, test_id: test, test_status: status }) => [fingerprint, test, status])).toEqual([
        ['f1', '1', 'approved'],
        ['f2', '4', 'rejected'],
      ]);
    }));

  it('are shown as they were written, users and projects by pseudonym', () =>
    withGenerationTables(async (client) => {
      await insert(client, 'failures', [
        { ...FAILED[0], id: 9, stack_trace: 'at x', context: { step: 2 }, user_request: 'a shop' },
        { ...FAILED[1], id: 10, stack_trace: null, context: null, user_request: null },
        { ...FAILED[2], id: 11, stack_trace: null, context: null, user_request: null },
      ]);
      const rows = await rowsOf(client, QUERIES.failureOccurrences, { ...RANGE, subject: 'f1' });
      expect(rows.map(({ id }) => id)).toEqual(['10', '9']);
      expect(rows[1]).toMatchObject({
        failed_at: instant(1),
        stack_trace: 'at x',
        context: '{"step": 2}',
        user_request: 'a shop',
      });
      expect(rows[1]?.['user_pseudonym']).toBe(rows[0]?.['user_pseudonym']);
      expect(JSON.stringify(rows)).not.toContain('ann');
      expect(rows[0]?.['project_pseudonym']).toBeNull();
    }));

  it('over time have every bucket, of one fingerprint where it is chosen', () =>
    withGenerationTables(async (client) => {
      await insert(client, 'failures', FAILED);
      const counts = async (subject?: string) =>
        (
          await rowsOf(client, QUERIES.failureOverTime, {
            from: NOON,
            to: at(5),
            step: '2m',
            ...(subject && { subject }),
          })
        ).map(({ bucket_start: start, occurrences, partial }) => [start, occurrences, partial]);
      expect(await counts()).toEqual([
        [instant(0), 1, ''],
        [instant(2), 2, ''],
        [instant(4), 0, 'partial'],
      ]);
      expect((await counts('f1')).map(([, count]) => count)).toEqual([1, 1, 0]);
    }));
});

describe('failures similar to one', () => {
  const failure = (fingerprint: string, type: string, message: string) => ({
    at: at(1),
    fingerprint,
    error_type: type,
    error_message: message,
  });

  it('are of its type, or share its words, numbers aside', () =>
    withGenerationTables(async (client) => {
      await insert(client, 'failures', [
        failure('chosen', 'Timeout', 'the model took too long after 3000 ms'),
        failure('same words', 'Slow', 'The model took too long after 12 ms'),
        failure('same type', 'Timeout', 'socket hang up'),
        failure('another', 'TypeError', 'x is not a function'),
        failure('no words', 'Empty', ''),
      ]);
      const rows = await rowsOf(client, QUERIES.similarFailures, { ...RANGE, subject: 'chosen' });
      expect(rows.map(({ fingerprint, shared_words: shared, same_type: same }) => [fingerprint, shared, same])).toEqual(
        [
          ['same words', 100, ''],
          ['same type', 0, 'same type'],
        ]
      );
      expect(await rowsOf(client, QUERIES.similarFailures, RANGE)).toEqual([]);
    }));
});

describe('tests', () => {
  const TESTS = [
    { id: 1, status: 'approved', at: at(-1), pass_count: 0, fail_count: 1 },
    { id: 2, status: 'approved', at: at(-2), pass_count: 1, fail_count: 1 },
    { id: 3, status: 'approved', at: at(-3), pass_count: 1, fail_count: 1 },
    { id: 4, status: 'rejected', at: at(-4), pass_count: 0, fail_count: 1 },
    { id: 5, status: 'proposed', at: at(-5), pass_count: 0, fail_count: 0 },
    { id: 6, status: 'proposed', at: at(-6), pass_count: 0, fail_count: 0 },
  ];
  const RUNS = [
    { test_id: 1, passed: false, at: at(1), version: '1' },
    { test_id: 2, passed: true, at: at(1), version: '1' },
    { test_id: 2, passed: false, at: at(2), version: '2' },
    { test_id: 3, passed: false, at: at(1), version: '1' },
    { test_id: 3, passed: true, at: at(2), version: '1' },
    { test_id: 4, passed: false, at: at(1), version: '1' },
  ];

  it('come with what waits for review first, the longest waiting before the others', () =>
    withGenerationTables(async (client) => {
      await insert(client, 'tests', TESTS);
      await insert(client, 'runs', RUNS);
      const rows = await rowsOf(client, QUERIES.tests, RANGE);
      expect(rows.map(({ id, state, flaky }) => [id, state, flaky])).toEqual([
        ['6', 'proposed', ''],
        ['5', 'proposed', ''],
        ['1', 'failing', ''],
        ['2', 'regression', ''],
        ['3', 'approved', 'flaky'],
        ['4', 'rejected', ''],
      ]);
      expect(rows[3]).toMatchObject({ last_run: instant(2), passed: 1, failed: 1 });
      expect(await rowsOf(client, QUERIES.tests, { ...RANGE, subject: '3' })).toEqual([rows[4]]);
    }));

  it('are flaky by the window of the strikes that ends with the range, as the metric counts', () =>
    withGenerationTables(async (client) => {
      await insert(client, 'tests', TESTS.slice(0, 2));
      const week = 7 * 24 * 60;
      await insert(client, 'runs', [
        { test_id: 1, passed: true, at: at(60 - week - 1), version: '1' },
        { test_id: 1, passed: false, at: at(60 - week), version: '1' },
        { test_id: 2, passed: false, at: at(60 - week), version: '1' },
        { test_id: 2, passed: true, at: at(59), version: '1' },
      ]);
      const rows = await rowsOf(client, QUERIES.tests, RANGE);
      expect(rows.map(({ id, flaky }) => [id, flaky])).toEqual([
        ['1', ''],
        ['2', 'flaky'],
      ]);
    }));

  it('fail by their newest run, however long ago', () =>
    withGenerationTables(async (client) => {
      await insert(client, 'tests', TESTS.slice(0, 1));
      await insert(client, 'runs', [{ test_id: 1, passed: false, at: at(-9000), version: '1' }]);
      expect(await rowsOf(client, QUERIES.tests, RANGE)).toMatchObject([
        { state: 'failing', last_run: instant(-9000) },
      ]);
    }));

  it('tell what they do and what they came from while they wait, and when asked for', () =>
    withGenerationTables(async (client) => {
      await insert(client, 'failures', [{ id: 7, at: at(-9000), error_message: 'no such file', severity: 'high' }]);
      await insert(
        client,
        'tests',
        TESTS.map((test) => ({ ...test, created_from_failure_id: test.id === 6 ? 7 : null }))
      );
      const rows = await rowsOf(client, QUERIES.testBodies, RANGE);
      expect(rows.map(({ id, message, fingerprint }) => [id, message, fingerprint])).toEqual([
        ['6', 'no such file', 'f1'],
        ['5', null, null],
      ]);
      expect(await rowsOf(client, QUERIES.testBodies, { ...RANGE, subject: '4' })).toMatchObject([
        { id: '4', test_body: 'expect(x)' },
      ]);
    }));

  it('tell their runs in the range, and their reviews, the latest first', () =>
    withGenerationTables(async (client) => {
      await insert(client, 'tests', TESTS);
      await insert(client, 'runs', RUNS);
      await insert(client, 'reviews', [
        { test_id: 1, at: at(1), reason: null },
        { test_id: 4, at: at(2), verdict: 'rejected', reason: 'tests nothing' },
      ]);
      const runs = await rowsOf(client, QUERIES.testRuns, { ...RANGE, subject: '2' });
      expect(runs.map(({ outcome, version }) => [outcome, version])).toEqual([
        ['failed', '2'],
        ['passed', '1'],
      ]);
      expect(await rowsOf(client, QUERIES.testRuns, RANGE)).toHaveLength(RUNS.length);
      const reviews = await rowsOf(client, QUERIES.testReviews, RANGE);
      expect(reviews.map(({ test_id: test, verdict, reason }) => [test, verdict, reason])).toEqual([
        ['4', 'rejected', 'tests nothing'],
        ['1', 'approved', null],
      ]);
      expect(await rowsOf(client, QUERIES.testReviews, { ...RANGE, subject: '1' })).toHaveLength(1);
    }));
});

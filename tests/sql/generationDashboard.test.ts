import fc from 'fast-check';
import { type Client } from 'pg';

import { type Parameters, type Query } from '../../src/catalog/kinds/query';
import { DEFAULT_SETTINGS } from '../../src/catalog/settings/defaults';
import { generation } from '../../src/catalog/systems/generation';
import { dashboardQueries } from '../../src/catalog/systems/generation/queries/dashboardQueries';
import { GenerationReference, seriesKey } from './generation.reference';
import { generationHistory, NOW } from './generationHistories';
import {
  GENERATION_LAYOUTS,
  insertGenerationRows,
  makeGenerationTables,
  type FailureRow,
  type GenerationLayout,
  type GenerationRows,
} from './generationRows';
import { rolledBack } from './rolledBack';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const QUERIES = dashboardQueries(DEFAULT_SETTINGS);
const [PLAIN = GENERATION_LAYOUTS[0]] = GENERATION_LAYOUTS;

const at = (milliseconds: number) => `timestamptz '${new Date(milliseconds).toISOString()}'`;
const lastDay: Parameters = { from: at(NOW - DAY), to: at(NOW), limit: '1000' };

const ask = async (client: Client, query: Query, parameters: Parameters = lastDay) =>
  (await client.query<Record<string, unknown>>(query.sql(parameters))).rows;

const withRows = <T>(rows: Partial<GenerationRows>, work: (client: Client) => Promise<T>, layout = PLAIN): Promise<T> =>
  rolledBack(async (client) => {
    if (layout === undefined) {
      throw new Error('there is no layout');
    }
    await makeGenerationTables(client, layout);
    await insertGenerationRows(client, layout, { failures: [], analytics: [], tests: [], runs: [], ...rows });
    return work(client);
  }, layout?.sessionZone);

describe.each(GENERATION_LAYOUTS)('every query of the generator: $title', (layout) => {
  const { queries } = generation(layout.settings);
  const renderings: readonly Parameters[] = [
    { from: "now() - interval '24 hours'", to: 'now()', limit: '1' },
    { from: "'2026-06-09T12:00:00Z'", to: "'2026-06-10T12:00:00.123Z'", limit: '100', step: "'15m'" },
  ];

  it('runs however its parameters are written, with its columns in their order', () =>
    withRows(
      {},
      async (client) => {
        // The audit of reviews comes with the role of the reviewer.
        for (const query of queries.filter(({ id }) => id !== 'generation.test_reviews')) {
          for (const parameters of renderings) {
            const { fields } = await client.query(query.sql(parameters));
            expect([query.id, ...fields.map(({ name }) => name)]).toEqual([query.id, ...Object.keys(query.columns)]);
          }
        }
      },
      layout
    ));

  it('leaves no dollar for Grafana to expand beside its macros', () => {
    for (const query of queries) {
      const sql = query.sql({ from: '$__timeFrom()', to: '$__timeTo()', limit: '100' });
      expect(sql.replaceAll('$__timeFrom()', '').replaceAll('$__timeTo()', '')).not.toMatch(/\$|\[\[/);
    }
  });
});

describe.each(GENERATION_LAYOUTS)(
  'the lists of the last day on random histories: $title',
  (layout: GenerationLayout) => {
    it('say the same as the reference', () =>
      rolledBack(async (client) => {
        await makeGenerationTables(client, layout);
        const queries = dashboardQueries(layout.settings);
        await fc.assert(
          fc.asyncProperty(generationHistory, async (rows) => {
            const { series } = new GenerationReference(rows, NOW).counts('24h').distributions('24h').phases();
            const of = (name: string, labels: Record<string, string>) =>
              series[seriesKey(`genwatch_generation_${name}`, labels)];
            const window = '24h';
            await client.query('SAVEPOINT history');
            try {
              await insertGenerationRows(client, layout, rows);
              for (const row of await ask(client, queries.categories)) {
                const category = String(row.category);
                expect([category, row.failures]).toEqual([category, of('failures_by_category', { category, window })]);
              }
              for (const row of await ask(client, queries.severities)) {
                const severity = String(row.severity);
                expect([severity, row.failures]).toEqual([severity, of('failures_by_severity', { severity, window })]);
              }
              for (const row of await ask(client, queries.frameworks)) {
                const framework = String(row.framework);
                const outcome = (one: string) => of('framework_attempts', { framework, outcome: one, window });
                expect([row.failures, row.successes]).toEqual([outcome('failure'), outcome('success')]);
              }
              for (const { phase, median_seconds: median } of await ask(client, queries.phases)) {
                const wanted = of('phase_seconds', { phase: String(phase), quantile: '0.5' }) ?? NaN;
                expect(Number(median)).toBeCloseTo(wanted, 6);
              }
              const buckets = await ask(client, queries.outcomesOverTime, { ...lastDay, step: "'30m'" });
              const sum = (column: string) => buckets.reduce((total, row) => total + Number(row[column]), 0);
              expect([sum('failures'), sum('successes')]).toEqual(
                ['failure', 'success'].map((outcome) => of('attempts', { outcome, window }))
              );
              expect(buckets).toHaveLength(48);
            } finally {
              await client.query('ROLLBACK TO history');
            }
          }),
          { numRuns: 25 }
        );
      }, layout.sessionZone));
  }
);

const failure = (minutesAgo: number, changes: Partial<FailureRow> = {}): FailureRow => ({
  at: NOW - minutesAgo * MINUTE,
  error_type: 'TypeError',
  failure_category: 'unknown',
  severity: 'medium',
  fingerprint: 'f1',
  framework: 'React',
  user_id: 'u1',
  project_id: 'p1',
  test_generated: false,
  ...changes,
});

describe('the health of the last hour', () => {
  const success = (minutesAgo: number, succeeded = true) => ({
    at: NOW - minutesAgo * MINUTE,
    success: succeeded,
    framework: 'React',
    metadata: null,
  });

  it('counts occurrences, and what did not succeed only where it failed', () =>
    withRows(
      {
        failures: [failure(1), failure(2), failure(59), failure(61)],
        analytics: [success(1), success(1, false), success(2, false), success(90)],
      },
      async (client) => {
        expect(await ask(client, QUERIES.health)).toEqual([
          { failure_rate: 75, total_attempts: 4, failures: 3, successes: 1 },
        ]);
      }
    ));

  it('has no rate without attempts', () =>
    withRows({}, async (client) => {
      expect(await ask(client, QUERIES.health)).toEqual([
        { failure_rate: null, total_attempts: 0, failures: 0, successes: 0 },
      ]);
    }));
});

describe('the way of error types to their tests', () => {
  const strikesOf = (count: number, error_type: string, test_generated = false) =>
    Array.from({ length: count }, (_, i) => failure(i + 1, { error_type, test_generated }));
  const test = (id: number, error_type: string, status: string) => ({
    at: NOW - DAY,
    id,
    error_type,
    status,
    pass_count: 0,
    reviewed_at: status === 'proposed' ? null : new Date(NOW - 6 * MINUTE).toISOString(),
  });
  const run = (id: number, test_id: number, passed: boolean) => ({
    at: NOW - id * MINUTE,
    id,
    test_id,
    passed,
    version: 'v',
  });

  it('goes from the first strike to a test that passes', () =>
    withRows(
      {
        failures: [
          ...strikesOf(1, 'first'),
          ...strikesOf(2, 'second'),
          ...strikesOf(4, 'third'),
          ...strikesOf(3, 'waiting', true),
          ...strikesOf(3, 'approved', true),
          ...strikesOf(3, 'passing', true),
          ...strikesOf(3, 'failing', true),
          ...strikesOf(3, 'rejected', true),
          failure(7, { error_type: 'rejected' }),
          ...strikesOf(3, 'again', true),
          failure(5, { error_type: 'again' }),
          failure(8 * 24 * 60, { error_type: 'long ago' }),
        ],
        tests: [
          test(1, 'waiting', 'proposed'),
          test(2, 'approved', 'approved'),
          test(3, 'passing', 'approved'),
          test(4, 'failing', 'approved'),
          test(5, 'rejected', 'rejected'),
          test(6, 'again', 'rejected'),
        ],
        runs: [run(9, 3, false), run(8, 3, true), run(7, 4, true), run(6, 4, false)],
      },
      async (client) => {
        const rows = await ask(client, QUERIES.strikes);
        expect(rows.map(({ error_type: type, stage, test_id: id }) => [type, stage, id])).toEqual([
          ['failing', 'test fails', '4'],
          ['third', 'strikes, but no test', null],
          ['second', 'strike 2 of 3', null],
          ['again', 'strike 1 of 3', '6'],
          ['first', 'strike 1 of 3', null],
          ['waiting', 'test waits for review', '1'],
          ['approved', 'test approved', '2'],
          ['passing', 'test passes', '3'],
          ['rejected', 'test rejected', '5'],
        ]);
      }
    ));
});

describe('what the document means by its numbers', () => {
  /** Twenty times the same error, which began a day ago; one that is new; ten successes. */
  const failures = [
    ...Array.from({ length: 20 }, (_, i) => failure(i, { fingerprint: 'old' })),
    failure(24 * 60, { fingerprint: 'old', failure_category: 'ai_timeout' }),
    failure(3, { fingerprint: 'new', error_type: 'Timeout', failure_category: 'ai_timeout' }),
  ].map((row) => ({ ...row, at: row.at - NOW + Date.now() - MINUTE }));
  const analytics = Array.from({ length: 10 }, (_, i) => ({
    at: Date.now() - (i + 1) * MINUTE,
    success: true,
    framework: null,
    metadata: null,
  }));

  /** A table that is written as the document says: the same error again raises a count. */
  async function deduplicated(client: Client) {
    await client.query(`CREATE TEMPORARY TABLE documented_failures (
      error text PRIMARY KEY, error_type text, failure_category text, occurrence_count integer DEFAULT 1, created_at timestamptz)`);
    for (const row of [...failures].sort((a, b) => a.at - b.at)) {
      await client.query(
        `INSERT INTO documented_failures (error, error_type, failure_category, created_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (error) DO UPDATE SET occurrence_count = documented_failures.occurrence_count + 1`,
        [row.fingerprint, row.error_type, row.failure_category, new Date(row.at)]
      );
    }
  }

  it('is what a table that is de-duplicated by UPDATE says, and under-counts', () =>
    withRows({ failures, analytics }, async (client) => {
      await deduplicated(client);
      const { rows: health } = await client.query<Record<string, number>>(
        `SELECT (SELECT count(*)::integer FROM documented_failures WHERE created_at >= now() - interval '1 hour') AS failures,
          (SELECT count(*)::integer FROM generation_analytics WHERE success AND created_at >= now() - interval '1 hour') AS successes`
      );
      expect(health).toEqual([{ failures: 1, successes: 10 }]);
      const [documented] = await ask(client, QUERIES.documentedHealth);
      expect(documented).toEqual({ ...health[0], total_attempts: 11, failure_rate: 9.09 });
      const now: Parameters = { from: 'now()', to: 'now()', limit: '1' };
      expect(await ask(client, QUERIES.health, now)).toEqual([
        { failures: 21, successes: 10, total_attempts: 31, failure_rate: 67.74 },
      ]);
    }));

  it('is one error a row in the distribution by category, and a count for ever in repetitions', () =>
    withRows({ failures, analytics }, async (client) => {
      await deduplicated(client);
      const { rows: byCategory } = await client.query(
        'SELECT failure_category, count(*)::integer AS errors FROM documented_failures GROUP BY failure_category'
      );
      expect(await ask(client, QUERIES.documentedCategories)).toEqual(byCategory);
      const { rows: repeated } = await client.query(
        'SELECT error_type, failure_category, occurrence_count, created_at FROM documented_failures WHERE occurrence_count >= 3'
      );
      expect(await ask(client, QUERIES.documentedRepeatedErrors)).toEqual(repeated);
      expect(repeated).toMatchObject([{ occurrence_count: 21 }]);
    }));
});

import fc from 'fast-check';
import { type Client } from 'pg';

import { samplesOf, type Row } from '../../exporter/values';
import { tieredQueries, type TieredQuery } from '../../exporter/tieredQuery';
import { buildCatalog } from '../../src/catalog/catalog';
import { seconds } from '../../src/catalog/exact/duration';
import { type Settings } from '../../src/catalog/settings/settings';
import { generation } from '../../src/catalog/systems/generation';
import { GenerationReference, seriesKey, type ExpectedSeries } from './generation.reference';
import {
  GENERATION_LAYOUTS,
  insertGenerationRows,
  makeGenerationTables,
  type AnalyticsRow,
  type FailureRow,
  type GenerationRows,
  type RunRow,
  type TestRow,
} from './generationRows';
import { rolledBack } from './rolledBack';

const HOUR = 3_600_000;
const NOW = Date.parse('2026-06-20T12:00:00Z');

/** Around the edges of every window, and anywhere in the last nine days. */
const instant = fc.oneof(
  fc
    .tuple(fc.constantFrom(0, 1, 6, 24, 168, 174, 192), fc.constantFrom(-1, 0, 0, 1))
    .map(([hours, off]) => NOW - hours * HOUR + off),
  fc.integer({ min: NOW - 216 * HOUR, max: NOW }),
  fc.integer({ min: NOW - HOUR, max: NOW - 1 })
);

const ERROR_TYPES = ['TypeError', 'AI timeout', 'Überlauf', 'rate'];
const FINGERPRINTS = Array.from({ length: 14 }, (_, i) => i.toString(16).padStart(16, 'a'));
const framework = fc.constantFrom('React', 'react', 'HTML', 'Vue', 'Next.js', 'Svelte', '', null);

const failure: fc.Arbitrary<FailureRow> = fc.record({
  at: instant,
  error_type: fc.constantFrom(...ERROR_TYPES),
  failure_category: fc.constantFrom(
    'ai_timeout',
    'rate_limit',
    'validation_error',
    'dependency_error',
    'syntax_error',
    'unknown',
    'Rate_Limit',
    null
  ),
  severity: fc.constantFrom('low', 'medium', 'high', 'critical', 'fatal', null),
  fingerprint: fc.oneof(fc.constantFrom(...FINGERPRINTS), fc.constantFrom('ann@example.org', null)),
  framework,
  user_id: fc.constantFrom('u1', 'u2', 'u3', null),
  project_id: fc.constantFrom('p1', 'p2', null),
  test_generated: fc.constantFrom(true, false, null),
});

const NAMES = Array.from({ length: 13 }, (_, i) => `phase-${i}`);
const number = fc.constantFrom<unknown>(0, 12, 340, 1500.5, 90_000, -3, 1e300, '12', null, true);
const metadata = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record(
      {
        duration: number,
        buildTime: number,
        memory: number,
        fileCount: number,
        phases: fc.oneof(
          fc.array(
            fc.oneof(
              fc.record({
                name: fc.constantFrom<unknown>('Plan', 'plan', ...NAMES, 'Ann, call me', 7, null),
                duration: number,
              }),
              fc.constantFrom<unknown>(null, 3, 'plan', [])
            ),
            { maxLength: 8 }
          ),
          fc.constantFrom<unknown>('none', null, {})
        ),
      },
      { requiredKeys: [] }
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(null, [], 'text', 5) }
);

const analytics: fc.Arbitrary<AnalyticsRow> = fc.record({
  at: instant,
  success: fc.constantFrom(true, true, true, false),
  framework,
  metadata,
});

const tests: fc.Arbitrary<TestRow[]> = fc
  .array(
    fc.record({
      at: instant,
      error_type: fc.constantFrom(...ERROR_TYPES, 'another'),
      status: fc.constantFrom('proposed', 'approved', 'approved', 'rejected'),
      pass_count: fc.constantFrom(0, 0, 3),
    }),
    { maxLength: 6 }
  )
  .map((all) => all.map((test, i) => ({ ...test, id: i + 1 })));

const runs: fc.Arbitrary<RunRow[]> = fc
  .array(
    fc.record({
      at: instant,
      test_id: fc.integer({ min: 1, max: 7 }),
      passed: fc.boolean(),
      version: fc.constantFrom('v1', 'v2', 'v3', 'v4'),
    }),
    { maxLength: 20 }
  )
  .map((all) => all.map((run, i) => ({ ...run, id: 1 + ((i * 7919) % 1009) })));

const history: fc.Arbitrary<GenerationRows> = fc.record({
  failures: fc.array(failure, { maxLength: 90, size: 'max' }),
  analytics: fc.array(analytics, { maxLength: 60, size: 'max' }),
  tests,
  runs,
});

/** What the exporter would serve at `NOW`. */
async function served(client: Client, queries: readonly TieredQuery[]): Promise<ExpectedSeries> {
  const series: ExpectedSeries = {};
  for (const query of queries) {
    const at = (milliseconds: number) => `timestamptz '${new Date(milliseconds).toISOString()}'`;
    const from = at(NOW - seconds(query.tier.window) * 1000);
    const { rows } = await client.query<Row>({
      text: query.sql({ from, to: at(NOW), limit: '1' }),
      types: { getTypeParser: () => (text: string) => text },
    });
    samplesOf(query, rows).forEach(({ metric, labels, value }) => (series[seriesKey(metric.name, labels)] = value));
  }
  return series;
}

/** Sums of floats may differ in the last bit. */
const rounded = (series: ExpectedSeries): ExpectedSeries =>
  Object.fromEntries(Object.entries(series).map(([key, value]) => [key, Number(value.toPrecision(12))]));

function expected(rows: GenerationRows): ExpectedSeries {
  const reference = new GenerationReference(rows, NOW);
  return reference
    .counts('1h')
    .counts('24h')
    .counts('7d')
    .distributions('1h')
    .distributions('24h')
    .distributions('7d')
    .phases()
    .errors()
    .finished('last_6h')
    .finished('same_6h_last_week')
    .recovery().series;
}

const sourcesOf = (settings: Settings) =>
  tieredQueries(buildCatalog([generation], settings)).filter(({ id }) => id !== 'generation.trigger_errors');

describe.each(GENERATION_LAYOUTS)("the exporter's numbers of the generator: $title", (layout) => {
  const most: Record<string, number> = {};

  it('are those of a plain reference on random histories', () =>
    rolledBack(async (client) => {
      await makeGenerationTables(client, layout);
      const queries = sourcesOf(layout.settings);
      await fc.assert(
        fc.asyncProperty(history, async (rows) => {
          const wanted = rounded(expected(rows));
          await client.query('SAVEPOINT history');
          try {
            await insertGenerationRows(client, layout, rows);
            expect(rounded(await served(client, queries))).toEqual(wanted);
          } finally {
            await client.query('ROLLBACK TO history');
          }
          Object.entries(wanted).forEach(([key, value]) => (most[key] = Math.max(most[key] ?? 0, value)));
        }),
        { numRuns: 60 }
      );
    }, layout.sessionZone));

  it('had something in every series', () => {
    expect(Object.entries(most).filter(([, value]) => value === 0)).toEqual([]);
  });

  it('are zeros on empty tables, and quantiles of nothing are no series', () =>
    rolledBack(async (client) => {
      await makeGenerationTables(client, layout);
      const found = await served(client, sourcesOf(layout.settings));
      expect(found).toEqual(expected({ failures: [], analytics: [], tests: [], runs: [] }));
      expect(Object.keys(found).filter((key) => key.includes('quantile'))).toEqual([]);
      expect(new Set(Object.values(found))).toEqual(new Set([0]));
    }, layout.sessionZone));
});

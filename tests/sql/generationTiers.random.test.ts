import fc from 'fast-check';
import { type Client } from 'pg';

import { samplesOf, type Row } from '../../exporter/values';
import { tieredQueries, type TieredQuery } from '../../exporter/tieredQuery';
import { buildCatalog } from '../../src/catalog/catalog';
import { seconds } from '../../src/catalog/exact/duration';
import { type Settings } from '../../src/catalog/settings/settings';
import { generation } from '../../src/catalog/systems/generation';
import { GenerationReference, seriesKey, type ExpectedSeries } from './generation.reference';
import { generationHistory, NOW } from './generationHistories';
import { GENERATION_LAYOUTS, insertGenerationRows, makeGenerationTables, type GenerationRows } from './generationRows';
import { rolledBack } from './rolledBack';

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
        fc.asyncProperty(generationHistory, async (rows) => {
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

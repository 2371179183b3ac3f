import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { disturbancesIn } from '../../demo/simulator/application/disturbances';
import { Pool, type ClientBase } from 'pg';
import { exporterSeries, replayOf } from '../../demo/history/exporterSeries';
import { type Ask } from '../../demo/history/replay';
import { infiniteLoop } from '../../demo/faults/infiniteLoop';
import { circuitBreaker } from '../../demo/faults/circuitBreaker';
import { newErrors } from '../../demo/faults/newErrors';
import { seedGenerations } from '../../demo/simulator/generation/seedGenerations';
import { seedHistory } from '../../demo/simulator/seed';
import { DAY, HOUR, MINUTE } from '../../demo/simulator/plan/time';
import { tieredQueries, type TieredQuery } from '../../exporter/tieredQuery';
import { samplesOf, type Row } from '../../exporter/values';
import { buildCatalog } from '../../src/catalog/catalog';
import { seconds } from '../../src/catalog/exact/duration';
import { DEFAULT_SETTINGS } from '../../src/catalog/settings/defaults';
import { SYSTEMS } from '../../src/catalog/systems';
import { ownSchema } from './ownSchema';

const catalog = buildCatalog(SYSTEMS, DEFAULT_SETTINGS);

const asking =
  (pool: Pool): Ask =>
  async (statement, parameters) =>
    (await pool.query(statement, [...parameters])).rows;

/** What the exporter would read if its "now" were `at`: the query itself over the window that ends then. */
async function exportedAt(client: ClientBase, query: TieredQuery, at: number): Promise<Record<string, number>> {
  const instant = (milliseconds: number) => `timestamptz '${new Date(milliseconds).toISOString()}'`;
  const to = at - seconds(catalog.settings.exporter.settle) * 1000;
  const from = instant(to - seconds(query.tier.window) * 1000);
  const { rows } = await client.query<Record<string, unknown>>(query.sql({ from, to: instant(to), limit: '1' }));
  const texts = rows.map((row): Row =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value === null ? null : String(value)]))
  );
  return named(samplesOf(query, texts).map(({ metric, labels, value }) => ({ name: metric.name, labels, value })));
}

interface Named {
  readonly name: string;
  readonly labels: object;
  readonly value: number | undefined;
}

const named = (series: readonly Named[]): Record<string, number> =>
  Object.fromEntries(
    series.flatMap(({ name, labels, value }) =>
      value === undefined ? [] : [[`${name} ${JSON.stringify(Object.entries(labels).sort())}`, value]]
    )
  );

/** What became of failures: the tables hold how it is now, and the replay how it was. */
const STATES = new Set(
  tieredQueries(catalog)
    .filter(({ id }) => id === 'generation.recovery')
    .flatMap(({ tier }) => Object.values(tier.feeds).map(({ metric }) => metric.name))
);
const isTold = (query: TieredQuery, isNow: boolean) =>
  replayOf(query) !== undefined && (isNow || query.id !== 'generation.recovery');

const unused = () => Promise.reject(new Error('unused'));

describe('the history of the exporter', () => {
  it('is what the exporter would have read at each instant, and nothing is left out', () =>
    ownSchema('history', async ({ client, url }) => {
      const now = Date.now();
      await client.query(readFileSync(join(__dirname, '../../sql/three-strikes.sql'), 'utf8'));
      await seedHistory(client, { days: 3, messages: 12_000, now: new Date(now) });
      await seedGenerations(client, { days: 10, now: new Date(now) });
      const context = {
        catalog,
        database: <T>(use: (of: ClientBase) => Promise<T>) => use(client),
        services: { stop: unused, start: unused },
        prometheus: { change: unused, restore: unused },
        application: disturbancesIn('unused'),
      };
      for (const fault of [infiniteLoop, circuitBreaker, newErrors]) {
        await fault.raise(context);
      }
      // Where something ends or begins to the microsecond, and anywhere.
      const { rows } = await client.query<{ at: Date }>(
        `SELECT created_at AS at FROM messages WHERE content LIKE '%giving up%' OR content LIKE '%ixed%' ORDER BY id DESC LIMIT 8`
      );
      const settle = seconds(catalog.settings.exporter.settle) * 1000;
      const edges = rows.flatMap(({ at }) => [0, 1].map((later) => at.getTime() + settle + later));
      const anywhere = Array.from({ length: 12 }, (_, i) => Math.floor(now - DAY / 2 - i * 97 * MINUTE));
      const instants = [...new Set([...edges, ...anywhere, now - HOUR, now])].sort((a, b) => a - b);

      const pool = new Pool({ connectionString: url, max: 2 });
      const series = await exporterSeries(asking(pool), catalog, instants).finally(() => pool.end());

      for (const [i, at] of instants.entries()) {
        const expected: Array<Record<string, number>> = [];
        for (const query of tieredQueries(catalog).filter((one) => isTold(one, at === now))) {
          expected.push(await exportedAt(client, query, at));
        }
        const replayed = named(
          series
            .filter(({ name }) => at === now || !STATES.has(name))
            .map(({ name, labels, values }) => ({ name, labels, value: values[i] }))
        );
        expect({ at, ...replayed }).toEqual(Object.assign({ at }, ...expected));
      }
    }));
});

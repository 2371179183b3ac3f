import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Client } from 'pg';

import { fillPrometheus, type Filling } from '../../demo/history/fillPrometheus';
import { freePort } from '../../demo/servers/port';
import { startPostgres } from '../../demo/servers/postgres';
import { startPrometheus } from '../../demo/servers/prometheus';
import { findTools } from '../../demo/servers/tools';
import { until } from '../../demo/servers/until';
import { seedGenerations } from '../../demo/simulator/generation/seedGenerations';
import { seedHistory } from '../../demo/simulator/seed';
import { DAY, HOUR, MINUTE } from '../../demo/simulator/plan/time';
import { buildCatalog } from '../../src/catalog/catalog';
import { DEFAULT_SETTINGS } from '../../src/catalog/settings/defaults';
import { SYSTEMS } from '../../src/catalog/systems';

// The first run may have to unpack the servers.
jest.setTimeout(120_000);

const folder = mkdtempSync(join(tmpdir(), 'genwatch-history-'));
const dataDir = join(folder, 'prometheus');
const pgDir = mkdtempSync(join(tmpdir(), 'genwatch-history-pg-'));
const DAYS = 4;
const RATE = 'validation:chains_fixed:ratio_24h';
const FAILED = 'generation:failures:ratio_1h';

afterAll(() => [folder, pgDir, `${pgDir}.log`].forEach((path) => rmSync(path, { recursive: true, force: true })));

async function seeded(connectionString: string, now: number): Promise<void> {
  const client = new Client({ connectionString });
  await client.connect();
  for (const script of ['schema.sql', 'three-strikes.sql']) {
    await client.query(readFileSync(resolve(__dirname, '../../sql', script), 'utf8'));
  }
  await seedHistory(client, { days: DAYS, messages: DAYS * 4_000, now: new Date(now) });
  await seedGenerations(client, { days: DAYS, now: new Date(now) });
  await client.end();
}

/** Runs Prometheus on the filled folder; it scrapes itself every second. */
async function whileItRuns<T>(binary: string, use: (ask: Ask) => Promise<T>): Promise<T> {
  const [configFile, port] = [join(folder, 'prometheus.yml'), await freePort()];
  writeFileSync(
    configFile,
    `global: { scrape_interval: 1s }\nscrape_configs: [{ job_name: self, static_configs: [{ targets: ['127.0.0.1:${port}'] }] }]\n`
  );
  const server = await startPrometheus({ binary, configFile, dataDir, port });
  const ask: Ask = async (expr, at) => {
    const url = `${server.url}/api/v1/query?query=${encodeURIComponent(expr)}&time=${at / 1000}`;
    const { data } = (await (await fetch(url)).json()) as { data: { result: Array<{ value: [number, string] }> } };
    const [value] = data.result.map((result) => Number(result.value[1]));
    return value;
  };
  return use(ask).finally(() => server.stop());
}

type Ask = (expr: string, at: number) => Promise<number | undefined>;

const blocks = (): Array<{ minTime: number; maxTime: number }> =>
  readdirSync(join(dataDir, 'tsdb'))
    .filter((name) => name.length === 26)
    .map((name) => JSON.parse(readFileSync(join(dataDir, 'tsdb', name, 'meta.json'), 'utf8')))
    .sort((a, b) => a.minTime - b.minTime);

describe('the history of the metrics', () => {
  it('is there at the first start, and is filled up after a pause without losing what was scraped', async () => {
    const tools = await findTools();
    const postgres = await startPostgres({ dataDir: pgDir, durable: false });
    const now = Date.now();
    const signal = new AbortController().signal;
    try {
      await seeded(postgres.url, now);
      const filling: Filling = {
        prometheus: tools.prometheus.path,
        promtool: tools.promtool.path,
        dataDir,
        logFile: join(folder, 'prometheus.log'),
        catalog: buildCatalog(SYSTEMS, DEFAULT_SETTINGS),
        databaseUrl: postgres.url,
        until: now,
        days: DAYS,
        signal,
      };

      expect(await fillPrometheus(filling)).toMatch(/samples of \d+ series, 4 days/);

      const [rates, changed, scraped, failed] = await whileItRuns(tools.prometheus.path, async (ask) => {
        const scrapes = async () => (await ask('count_over_time(up{job="self"}[1m])', Date.now())) ?? 0;
        await until(async () => (await scrapes()) > 1, { what: 'something is scraped', timeoutMs: 20_000 });
        return [
          await Promise.all([MINUTE, DAY, 2 * DAY].map((ago) => ask(RATE, now - ago))),
          await ask(`${RATE} - ${RATE} offset 24h`, now),
          Date.now(),
          await Promise.all([MINUTE, DAY].map((ago) => ask(FAILED, now - ago))),
        ] as const;
      });
      failed.forEach((rate) => expect(rate).toBeLessThan(0.4));
      rates.forEach((rate) => expect(rate).toBeGreaterThan(0.7));
      expect(Math.abs(changed ?? 1)).toBeLessThan(0.2);

      expect(await fillPrometheus(filling)).toBe('nothing is missing');

      // The messages of the pause are not there, but those of the day before still count.
      expect(await fillPrometheus({ ...filling, until: scraped + 3 * HOUR })).toContain('the 3 hours since');
      await whileItRuns(tools.prometheus.path, async (ask) => {
        expect(await ask(RATE, scraped + 2 * HOUR)).toBeGreaterThan(0.7);
        expect(await ask('up{job="self"}', scraped)).toBe(1);
        expect(await ask(RATE, now - DAY)).toBe(rates[1]);
      });
      const found = blocks();
      found.slice(1).forEach(({ minTime }, i) => expect(minTime).toBeGreaterThanOrEqual(found[i]?.maxTime ?? 0));
    } finally {
      await postgres.stop();
    }
  });
});

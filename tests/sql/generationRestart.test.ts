import pino from 'pino';

import { until } from '../../demo/servers/until';
import { startExporter } from '../../exporter/exporter';
import { tieredQueries } from '../../exporter/tieredQuery';
import { buildCatalog } from '../../src/catalog/catalog';
import { DEFAULT_SETTINGS } from '../../src/catalog/settings/defaults';
import { generation } from '../../src/catalog/systems/generation';
import { readerOf } from '../integration/exporterReader';
import { ownSchema, type OwnSchema } from './ownSchema';

const queries = tieredQueries(buildCatalog([generation], DEFAULT_SETTINGS));

/** What an exporter says that has just been started. */
async function servedAfterAStart({ url }: OwnSchema): Promise<Record<string, number>> {
  const exporter = await startExporter({
    databaseUrl: url,
    queries,
    settle: '0s',
    listen: { host: '127.0.0.1', port: 0 },
    timeouts: { statementMs: 10_000, lockMs: 1000 },
    version: 'test',
    log: pino({ level: 'silent' }),
  });
  try {
    const reader = readerOf(exporter.url);
    await until(reader.ready, { what: 'the exporter has read everything', timeoutMs: 20_000 });
    return Object.fromEntries(
      [...(await reader.scrape())].filter(([series]) => series.startsWith('genwatch_generation'))
    );
  } finally {
    await exporter.stop();
  }
}

const FAIL = `INSERT INTO generation_failures (error_type, error_message, failure_category, severity, fingerprint, created_at)
  SELECT 'Old', 'it failed', 'ai_timeout', 'critical', 'aaaaaaaaaaaaaaaa', now() - $1::interval FROM generate_series(1, $2)`;
const CRITICAL = 'genwatch_generation_failures_by_severity{severity="critical",window="1h"}';
const TIMEOUTS = 'genwatch_generation_failures_by_category{category="ai_timeout",window="1h"}';

describe('an exporter that starts', () => {
  it('counts by the clock of the database: old failures, and old ones that are written only now, are old', () =>
    ownSchema('restart', async (own) => {
      await own.client.query(FAIL, ['61 minutes', 6]);
      await own.client.query(FAIL, ['8 days 1 hour', 6]);
      const first = await servedAfterAStart(own);
      expect([first[CRITICAL], first[TIMEOUTS]]).toEqual([0, 0]);
      expect(first['genwatch_generation_repeated_failures{window="7d"}']).toBe(6);
      expect(first['genwatch_generation_attempts{outcome="failure",window="24h"}']).toBe(6);
      expect(await servedAfterAStart(own)).toEqual(first);
    }));

  it('says the same as the one before it: nothing is told anew', () =>
    ownSchema('restart', async (own) => {
      await own.client.query(FAIL, ['10 minutes', 2]);
      const first = await servedAfterAStart(own);
      expect(first[CRITICAL]).toBe(2);
      expect(await servedAfterAStart(own)).toEqual(first);
    }));
});

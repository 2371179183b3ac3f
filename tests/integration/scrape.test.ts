import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';

import { startPrometheus } from '../../demo/servers/prometheus';
import { freePort } from '../../demo/servers/port';
import { type ServerProcess } from '../../demo/servers/runningServer';
import { findTools } from '../../demo/servers/tools';
import { until } from '../../demo/servers/until';
import { startExporter, type ExporterOptions, type RunningExporter } from '../../exporter/exporter';
import { exampleQuery } from '../../exporter/testing/exampleQuery';
import { TEST_CERTIFICATE } from '../../exporter/testing/certificate';
import { readSettings } from '../../src/catalog/settings/readSettings';
import { buildCatalog } from '../../src/catalog/catalog';
import { SYSTEMS } from '../../src/catalog/systems';
import { emitPrometheus } from '../../tools/generate/prometheus';

// The first run may have to unpack Prometheus.
jest.setTimeout(120_000);

const TOKEN = 'a-token-that-only-they-know';
const folder = mkdtempSync(join(tmpdir(), 'genwatch-scrape-'));
const exporters: RunningExporter[] = [];
let prometheus: ServerProcess | undefined;

afterAll(async () => {
  await prometheus?.stop();
  await Promise.all(exporters.map((exporter) => exporter.stop()));
  rmSync(folder, { recursive: true, force: true });
});

/** An exporter without a database: it answers all the same. Returns its host and port. */
async function exporter(guards: Pick<ExporterOptions, 'token' | 'tls'>): Promise<string> {
  const running = await startExporter({
    databaseUrl: `postgresql://nobody@127.0.0.1:${await freePort()}/none`,
    queries: [exampleQuery()],
    settle: '0s',
    listen: { host: '127.0.0.1', port: 0 },
    timeouts: { statementMs: 400, lockMs: 200 },
    version: 'test',
    log: pino({ level: 'silent' }),
    ...guards,
  });
  exporters.push(running);
  return new URL(running.url).host;
}

it('the generated scrape job shows its token over https, and an exporter with another token refuses it', async () => {
  const ours = await exporter({ token: TOKEN, tls: TEST_CERTIFICATE });
  const stranger = await exporter({ token: 'another-token', tls: TEST_CERTIFICATE });
  const [tokenFile, caFile] = [join(folder, 'token'), join(folder, 'ca.pem')];
  writeFileSync(tokenFile, `${TOKEN}\n`);
  writeFileSync(caFile, TEST_CERTIFICATE.cert);
  const { settings, problems } = readSettings(`
scrape:
  interval: 1s
  timeout: 1s
  exporter: { scheme: https, tokenFile: ${tokenFile}, caFile: ${caFile} }
targets: { exporter: ['${ours}', '${stranger}'] }
`);
  expect(problems).toEqual([]);

  const [[path, text] = ['', '']] = emitPrometheus(buildCatalog(SYSTEMS, settings));
  expect(text).not.toContain(TOKEN);
  const configFile = join(folder, path);
  mkdirSync(join(configFile, '..'), { recursive: true });
  writeFileSync(configFile, text);
  prometheus = await startPrometheus({
    binary: (await findTools()).prometheus.path,
    configFile,
    dataDir: join(folder, 'data'),
  });

  await until(async () => (await ups()).length === 2, { what: 'Prometheus scrapes both', timeoutMs: 20_000 });
  expect(Object.fromEntries(await ups())).toEqual({ [ours]: '1', [stranger]: '0' });
});

/** Instance and whether its last scrape went well, of all exporters scraped so far. */
async function ups(): Promise<Array<[string, string]>> {
  const query = encodeURIComponent('up{job="genwatch-exporter"}');
  const answer = await fetch(`${prometheus?.url}/api/v1/query?query=${query}`);
  const { data } = (await answer.json()) as {
    data: { result: Array<{ metric: { instance: string }; value: [number, string] }> };
  };
  return data.result.map(({ metric, value }) => [metric.instance, value[1]]);
}

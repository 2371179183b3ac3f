import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../../demo/servers/port';
import { startPrometheus } from '../../demo/servers/prometheus';
import { type RunningServer } from '../../demo/servers/runningServer';
import { findTools } from '../../demo/servers/tools';
import { until } from '../../demo/servers/until';
import { contractMetricMissing } from '../../demo/faults/contractMetricMissing';
import { heapHigh } from '../../demo/faults/heapHigh';
import { slowSpikes } from '../../demo/faults/slowSpikes';
import { slowValidation } from '../../demo/faults/slowValidation';
import { type Fault, type FaultContext } from '../../demo/faults/fault';
import { disturbancesIn, type Disturbances } from '../../demo/simulator/application/disturbances';
import { applicationMetrics } from '../../demo/simulator/application/metrics';
import { serveApplication, type ServedApplication } from '../../demo/simulator/application/serve';
import { createPlan } from '../../demo/simulator/plan/plan';
import { buildCatalog, type Catalog } from '../../src/catalog/catalog';
import { DEFAULT_SETTINGS } from '../../src/catalog/settings/defaults';
import { SYSTEMS } from '../../src/catalog/systems';
import { writeBundle } from '../../tools/generate/files';
import { generateBundle } from '../../tools/generate/generateBundle';
import { quickSettings, type PrometheusAlert } from './alertChain';

jest.setTimeout(120_000);

const WAIT_MS = 45_000;
/** What judges these metrics; nobody exports the messages here. */
const COMPONENTS = ['performance', 'heap', 'contract'];

/** The simulated application, scraped and judged by a real Prometheus with the rules as they are, only without waiting. */
describe("the application's own metrics", () => {
  let folder: string;
  let disturbances: Disturbances;
  let application: ServedApplication;
  let prometheus: RunningServer;
  let catalog: Catalog;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'genwatch-application-'));
    disturbances = disturbancesIn(path.join(folder, 'disturbances'));
    const listen = `127.0.0.1:${await freePort()}`;
    application = await serveApplication({
      listen,
      metrics: applicationMetrics({ plan: createPlan(), disturbances: disturbances.all, clock: Date.now }),
      isReady: () => true,
      onError: (error) => {
        throw error;
      },
    });
    catalog = buildCatalog(
      SYSTEMS,
      quickSettings({
        // Nobody is told: another demo may run on the usual ports.
        targets: { ...DEFAULT_SETTINGS.targets, alertmanager: ['127.0.0.1:1'], application: [listen] },
        thresholds: {
          'validation.duration': { for: { warning: '0s', critical: '0s' } },
          'validation.heap_high': { for: { warning: '0s' } },
          'validation.metric_missing': { for: { warning: '0s' } },
        },
      })
    );
    await writeBundle(generateBundle(catalog), folder);
    prometheus = await startPrometheus({
      binary: (await findTools()).prometheus.path,
      configFile: path.join(folder, 'provisioning/prometheus/prometheus.yml'),
      dataDir: path.join(folder, 'prometheus'),
    });
  });
  afterAll(async () => {
    await prometheus?.stop();
    await application?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const firing = async (): Promise<string[]> => {
    const response = await fetch(`${prometheus.url}/api/v1/alerts`);
    const { data } = (await response.json()) as { data: { alerts: PrometheusAlert[] } };
    return data.alerts
      .filter(({ state, labels }) => state === 'firing' && COMPONENTS.includes(labels.component ?? ''))
      .map(({ labels }) => [labels.alertname, labels.severity, labels.metric].filter(Boolean).join(' '));
  };
  const unused = () => Promise.reject(new Error('unused'));
  const context = (): FaultContext => ({
    catalog,
    database: unused,
    services: { stop: unused, start: unused },
    prometheus: { change: unused, restore: unused },
    application: disturbances,
  });
  const becomes = (what: string, condition: (alerts: readonly string[]) => boolean) =>
    until(async () => condition(await firing()), { what, timeoutMs: WAIT_MS, everyMs: 200 });

  it('raise nothing while it is well', async () => {
    await until(
      async () => {
        const response = await fetch(`${prometheus.url}/api/v1/query?query=validation:metrics_missing:count`);
        const { data } = (await response.json()) as { data: { result: Array<{ value: [number, string] }> } };
        return data.result.length === 2 && data.result.every(({ value }) => value[1] === '0');
      },
      { what: 'both metrics of the contract are found', timeoutMs: WAIT_MS }
    );
    expect(await firing()).toEqual([]);
  });

  it.each<[string, Fault]>([
    ['ValidationMetricMissing warning codegen_validation_heap_used_bytes', contractMetricMissing],
    ['ValidationHeapHigh warning', heapHigh],
  ])('raise %s, and only while it lasts', async (alert, fault) => {
    await fault.raise(context());
    await becomes(`${alert} fires`, (alerts) => alerts.includes(alert));
    expect(await fault.raise(context())).toBe('That is so already.');
    await fault.clear(context());
    // What looks back for minutes is proven by promtool; here the contract is seen to be whole again.
    if (fault === contractMetricMissing) {
      await becomes(`${alert} is resolved`, (alerts) => !alerts.includes(alert));
    }
  });

  it('raise slow spikes while the mean is fine, and the mean when everything is slow', async () => {
    await slowSpikes.raise(context());
    await becomes('slow spikes fire', (alerts) => alerts.includes('ValidationSlowSpikes warning'));
    expect((await firing()).filter((alert) => alert.startsWith('ValidationDurationHigh'))).toEqual([]);
    await slowValidation.raise(context());
    await becomes('the mean is critical', (alerts) => alerts.includes('ValidationDurationHigh critical'));
  });
});

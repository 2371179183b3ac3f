import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { findTools } from '../../demo/servers/tools';
import { buildCatalog } from '../../src/catalog/catalog';
import { alertLabels } from '../../src/catalog/kinds/alert';
import { type SystemFactory } from '../../src/catalog/kinds/system';
import { checkSettings } from '../../src/catalog/settings/checkSettings';
import { DEFAULT_SETTINGS } from '../../src/catalog/settings/defaults';
import { SYSTEMS } from '../../src/catalog/systems';
import { writeBundle } from '../../tools/generate/files';
import { generateBundle } from '../../tools/generate/generateBundle';
import { runPromtool } from '../../tools/promql/promtool';

// The first run may have to unpack promtool and amtool.
jest.setTimeout(60_000);

const run = promisify(execFile);
const CATALOG = path.resolve(__dirname, '../../src/catalog');

/** A whole system as its author writes it: one file in a folder of its own. */
const PAYMENTS = `
import { metrics } from '${CATALOG}/kinds/metric';
import { selecting } from '${CATALOG}/kinds/selector';
import { own } from '${CATALOG}/kinds/source';
import { thresholds } from '${CATALOG}/kinds/threshold';
import { level } from '${CATALOG}/shapes/level';

const source = own('made up');
const { queue } = metrics({
  queue: { name: 'payments_queue', type: 'gauge', help: 'Payments that wait', producer: 'application', labels: { kind: ['card', 'debit'] }, source },
});

export const payments = (settings) => {
  const select = selecting(settings);
  const t = thresholds('payments', settings, {
    queue: { title: 'Waiting card payments', unit: 'count', levels: { warning: '> 10', critical: '> 50' }, for: { warning: '1m' }, sources: { warning: source, critical: source, for: source } },
  });
  const queueLong = {
    name: 'PaymentsQueueLong', component: 'payments', threshold: t.queue,
    shape: level('payments:queue:max', select(queue, { kind: 'card' })), summary: 'Payments wait', steps: ['Look at the queue'],
  };
  return {
    id: 'payments', title: 'Payments', description: 'Do payments get through?', thresholds: Object.values(t), metrics: [queue], queries: [], alerts: [queueLong],
    dashboards: [{ uid: 'genwatch-payments', title: 'Genwatch: payments', description: 'Payments', rows: [{ title: 'Queue', panels: [
      { title: 'Queue', question: 'How many card payments wait?', draw: 'timeseries', data: { kind: 'shape', shape: queueLong.shape, legend: 'waiting' }, threshold: t.queue, runbook: queueLong.name, width: 24 },
    ] }] }],
  };
};
`;

describe('a system added in one folder', () => {
  let folder: string;
  let bundle: ReadonlyMap<string, string>;
  let payments: SystemFactory;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'genwatch-system-'));
    await mkdir(path.join(folder, 'payments'));
    await writeFile(path.join(folder, 'payments/index.ts'), PAYMENTS);
    ({ payments } = (await import(path.join(folder, 'payments/index.ts'))) as { payments: SystemFactory });
    bundle = generateBundle(buildCatalog([...SYSTEMS, payments], DEFAULT_SETTINGS));
    await writeBundle(bundle, path.join(folder, 'out'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const textOf = (file: string) => bundle.get(file) ?? '';

  it('passes the checks of the catalog', () => {
    expect(checkSettings(DEFAULT_SETTINGS, [...SYSTEMS, payments])).toEqual([]);
  });

  it('gets its rules, and tests that pass on them', async () => {
    expect(textOf('rules/payments-15s.yaml')).toContain('expr: payments:queue:max > 50');
    const { promtool } = await findTools();
    const tests = path.join(folder, 'out/rules/tests/PaymentsQueueLong.test.yaml');
    expect(await runPromtool(promtool.path, ['test', 'rules', tests])).toMatchObject({ passed: true });
    // The tests are about these rules: with another bound they fail.
    const rules = path.join(folder, 'out/rules/payments-15s.yaml');
    await writeFile(rules, (await readFile(rules, 'utf8')).replace('> 50', '> 51'));
    expect(await runPromtool(promtool.path, ['test', 'rules', tests])).toMatchObject({ passed: false });
  });

  it('gets a dashboard with the lines of its threshold', () => {
    const { panels } = JSON.parse(textOf('dashboards/genwatch-payments.json')) as {
      panels: Array<{ title: string; fieldConfig?: { defaults: { thresholds: { steps: unknown } } } }>;
    };
    const queue = panels.find(({ fieldConfig }) => fieldConfig !== undefined);
    expect(queue?.fieldConfig?.defaults.thresholds.steps).toEqual([
      { value: null, color: 'green' },
      { value: 11, color: 'orange' },
      { value: 51, color: 'red' },
    ]);
  });

  it('gets its place in the reference and in the scrape rules of Prometheus', () => {
    expect(textOf('docs/reference/thresholds.md')).toContain('`payments.queue`');
    expect(textOf('docs/reference/alerts.md')).toContain('### PaymentsQueueLong');
    expect(textOf('docs/reference/metrics.md')).toContain('`payments_queue`');
    expect(textOf('docs/reference/genwatch.config.schema.json')).toContain('payments.queue');
    expect(textOf('provisioning/prometheus/prometheus.yml')).toContain('../../rules/payments-15s.yaml');
  });

  it('gets a route to the console', async () => {
    const { amtool } = await findTools();
    const system = payments(DEFAULT_SETTINGS);
    const [alert] = system.alerts;
    const labels = alert ? alertLabels(system.id, alert, 'critical', DEFAULT_SETTINGS) : {};
    const config = path.join(folder, 'out/provisioning/alertmanager/alertmanager.yml');
    const matchers = Object.entries(labels).map(([label, value]) => `${label}=${value}`);
    const { stdout } = await run(amtool.path, ['config', 'routes', 'test', `--config.file=${config}`, ...matchers]);
    expect(stdout.trim()).toBe('console');
  });

  it('changes no rule and no dashboard of another system', () => {
    const before = generateBundle(buildCatalog(SYSTEMS, DEFAULT_SETTINGS));
    const changed = [...before].filter(([file, text]) => textOf(file) !== text).map(([file]) => file);
    expect(changed.filter((file) => /^(rules|dashboards)\//.test(file))).toEqual([]);
  });
});

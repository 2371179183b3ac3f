import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { type Notification } from '../../console/notification';
import { startConsole, type RunningConsole } from '../../console/startConsole';
import { startAlertmanager } from '../../demo/servers/alertmanager';
import { type RunningServer } from '../../demo/servers/runningServer';
import { findTools } from '../../demo/servers/tools';
import { type Tools } from '../../demo/servers/toolVersion';
import { until } from '../../demo/servers/until';
import { buildCatalog, type Catalog } from '../../src/catalog/catalog';
import { decimal } from '../../src/catalog/exact/decimal';
import { alertAnnotations, alertLabels } from '../../src/catalog/kinds/alert';
import { GRAFANA_ORIGIN } from '../../src/catalog/kinds/grafanaOrigin';
import { type AlertLevel } from '../../src/catalog/kinds/threshold';
import { DEFAULT_SETTINGS } from '../../src/catalog/settings/defaults';
import { type Settings } from '../../src/catalog/settings/settings';
import { SYSTEMS } from '../../src/catalog/systems';
import { emitAlertmanager } from '../../tools/generate/alertmanager/emitAlertmanager';
import { startReceivingServer, type ReceivingServer } from './receivingServer';

// The first run may have to unpack the programs.
jest.setTimeout(120_000);

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'genwatch-alertmanager-'));
let tools: Tools;
let catalog: Catalog;
let configFile: string;
let alertmanager: RunningServer;
let alertConsole: RunningConsole;
let printed: string[];
let slack: ReceivingServer;
let webhook: ReceivingServer;

beforeAll(async () => {
  tools = await findTools();
  slack = await startReceivingServer();
  webhook = await startReceivingServer();
  printed = [];
  alertConsole = await startTheConsole(0);
  const urlFile = join(folder, 'slack-url');
  writeFileSync(urlFile, `${slack.url}/services/secret\n`);
  catalog = buildCatalog(SYSTEMS, {
    ...DEFAULT_SETTINGS,
    delivery: { groupWait: '1s', groupInterval: '2s', repeatInterval: '4h' },
    receivers: {
      console: alertConsole.url,
      slack: { urlFile, channel: '#alerts' },
      webhook: { url: `${webhook.url}/hook` },
    },
  });
  configFile = written(catalog, 'running');
  alertmanager = await startAlertmanager({
    binary: tools.alertmanager.path,
    configFile,
    dataDir: join(folder, 'data'),
  });
});

afterAll(async () => {
  await alertmanager?.stop();
  await Promise.all([alertConsole, slack, webhook].map((server) => server?.close()));
  rmSync(folder, { recursive: true });
});

describe('the configuration', () => {
  const all: Settings['receivers'] = {
    console: 'http://127.0.0.1:9465',
    slack: { urlFile: '/run/secrets/slack', channel: '#alerts' },
    webhook: { url: 'https://hooks.example.com/genwatch' },
  };

  it.each<[string, Partial<Settings>]>([
    ['the default settings', {}],
    ['every receiver', { receivers: all }],
    [
      'renamed severities',
      { receivers: all, severities: { info: 'P3', warning: 'to "look" at', critical: 'a\\b {{ x' } },
    ],
  ])('is accepted with %s', async (name, changes) => {
    const file = written(buildCatalog(SYSTEMS, { ...DEFAULT_SETTINGS, ...changes }), name.replaceAll(' ', '-'));
    await expect(run(tools.amtool.path, ['check-config', file])).resolves.toMatchObject({
      stdout: expect.stringMatching(/3 inhibit rules[^]*1 templates\n {2}SUCCESS/),
    });
  });

  it('routes every alert of the catalog to all channels, and the watchdog to its own receiver alone', async () => {
    const routed = await Promise.all(
      catalog.systems.flatMap((system) =>
        system.alerts.map(async (alert) => [
          alert.name,
          await routesOf(alertLabels(system.id, alert, 'info', catalog.settings)),
        ])
      )
    );
    const { GenwatchWatchdog, ...others } = Object.fromEntries(routed) as Record<string, string>;
    expect(GenwatchWatchdog).toBe('watchdog');
    expect(new Set(Object.values(others))).toEqual(new Set(['console,slack,webhook']));
  });
});

describe('Alertmanager', () => {
  it('groups notifications by component', async () => {
    await fire(
      aBreach('critical', 'db'),
      { ...aBreach('critical', 'db'), rule: 'another' },
      aBreach('critical', 'api')
    );
    await until(
      () => ['db', 'api'].every((component) => deliveries(component).length > 0),
      within('both groups are delivered')
    );

    const rules = (component: string) =>
      deliveries(component).map(({ alerts }) => alerts.map(({ labels }) => labels.rule).sort());
    expect(rules('db')).toEqual([['another', 'validation.success_rate']]);
    expect(rules('api')).toEqual([['validation.success_rate']]);
    expect(deliveries('db').map(({ groupLabels }) => groupLabels)).toEqual([{ component: 'db' }]);
  });

  it('lets a level inhibit the milder ones of the same rule, and of no other rule, component or origin', async () => {
    const three = (['critical', 'warning', 'info'] as const).map((level) => aBreach(level, 'inhibited'));
    const other = { ...aBreach('warning', 'inhibited'), rule: 'another' };
    const elsewhere = (['warning', 'info'] as const).map((level) => aBreach(level, 'elsewhere'));
    // Alerts of other origin have none of the labels that must be equal.
    const foreign = ['critical', 'warning'].map((severity) => ({ alertname: 'Foreign', severity }));
    await fire(...three, other, ...elsewhere, ...foreign);
    await until(async () => (await inhibitions('inhibited')).length === 4, within('all four alerts are known'));

    expect(await inhibitions('inhibited')).toEqual([
      ['critical validation.success_rate', false],
      ['info validation.success_rate', true],
      ['warning another', false],
      ['warning validation.success_rate', true],
    ]);
    expect(await inhibitions('elsewhere')).toEqual([
      ['info validation.success_rate', true],
      ['warning validation.success_rate', false],
    ]);
    await until(() => deliveries('inhibited').length > 0, within('the group is delivered'));
    expect(
      deliveries('inhibited')[0]
        ?.alerts.map(({ labels }) => `${labels.severity} ${labels.rule}`)
        .sort()
    ).toEqual(['critical validation.success_rate', 'warning another']);
    const strangers = (await known()).filter(({ labels }) => labels.alertname === 'Foreign');
    expect(strangers.map(({ status }) => status.inhibitedBy)).toEqual([[], []]);
  });

  // Prometheus as we configure it drops the label; one that only loads the rule files sends it along.
  it('treats alerts with and without the label for Grafana alike, and tells nobody of it', async () => {
    const { [GRAFANA_ORIGIN.label]: origin, ...bare } = aBreach('critical', 'origin');
    const warning = aBreach('warning', 'origin');
    const other = { ...aBreach('warning', 'origin'), rule: 'another' };
    expect(origin).toBe(GRAFANA_ORIGIN.value);
    await fire(bare, warning, other);
    await until(() => attachments('origin').length > 0, within('Slack hears of the group'));
    await until(async () => (await consoleStatuses('origin')).length === 2, within('the console hears of the group'));

    expect(await inhibitions('origin')).toEqual([
      ['critical validation.success_rate', false],
      ['warning another', false],
      ['warning validation.success_rate', true],
    ]);
    expect(deliveries('origin').map(({ alerts }) => alerts.length)).toEqual([2]);
    expect(await routesOf(warning)).toBe(await routesOf(bare));
    const told = JSON.stringify([attachments('origin'), await consoleAlerts(), printed]);
    expect(told).toContain('origin');
    expect(told).not.toContain('__');
  });

  it('tells console, Slack and webhook that an alert fires and that it is resolved', async () => {
    const labels = aBreach('critical', 'journey');
    await fire(labels);
    await until(async () => (await consoleStatuses('journey')).length === 1, within('the console hears of the alert'));
    await until(() => attachments('journey').length === 1, within('Slack hears of the alert'));
    await until(() => deliveries('journey').length === 1, within('the webhook hears of the alert'));

    expect(printed.find((text) => text.includes('Component: journey'))).toMatch(
      /^🚨 GENWATCH ALERT \[CRITICAL\]\n={60}\n[^]*Message: .*42\.1 %.*below 60 %[^]*Recommended Actions:\n {2}1\. .*\n {2}2\. [^]*\nRunbook: http/
    );
    expect(attachments('journey')).toMatchObject([
      {
        color: 'danger',
        title: `🚨 [critical] journey: ${ANNOTATIONS.critical.summary}`,
        title_link: ANNOTATIONS.critical.runbook_url,
        fallback: `🚨 [critical] journey: ${ANNOTATIONS.critical.summary}`,
        text: expect.any(String),
        fields: [
          { title: 'Component', value: 'journey', short: true },
          { title: 'Severity', value: 'critical', short: true },
        ],
      },
    ]);
    const text = attachments('journey')[0]?.text ?? '';
    expect(text).toContain(`*${ANNOTATIONS.critical.summary}* (critical)\n`);
    expect(text).toContain('*Value:* 42.1 %\n');
    expect(text).toContain(`*Condition:* ${ANNOTATIONS.critical.condition}\n`);
    expect(text).toContain(`*Recommended actions:*\n1. `);
    expect(text).toContain(`<${ANNOTATIONS.critical.runbook_url}|Runbook>`);
    expect(text).toContain(`<${ANNOTATIONS.critical.dashboard_url?.replaceAll('&', '&amp;')}|Dashboard>`);

    await resolve(labels);
    await until(async () => (await consoleStatuses('journey')).length === 2, within('the console hears of the end'));
    await until(() => attachments('journey').length === 2, within('Slack hears of the end'));
    await until(() => deliveries('journey').length === 2, within('the webhook hears of the end'));

    expect(await consoleStatuses('journey')).toEqual(['firing', 'resolved']);
    expect(printed.findLast((box) => box.includes('Component: journey'))).toMatch(
      /^✅ GENWATCH ALERT \[RESOLVED\]\n[^]*\nLasted: \d+ seconds?,/
    );
    expect(attachments('journey')[1]).toMatchObject({
      color: 'good',
      title: `✅ [resolved] journey: ${ANNOTATIONS.critical.summary}`,
      text: expect.stringMatching(/^\*Resolved:\* .* \(critical\), after \d+s\n/),
    });
    expect(deliveries('journey')).toMatchObject([
      {
        version: '4',
        status: 'firing',
        receiver: 'webhook',
        groupLabels: { component: 'journey' },
        externalURL: alertmanager.url,
        alerts: [{ status: 'firing', labels, annotations: ANNOTATIONS.critical, fingerprint: expect.any(String) }],
      },
      { status: 'resolved', alerts: [{ status: 'resolved', labels, annotations: ANNOTATIONS.critical }] },
    ]);
  });

  it('colours a warning yellow, and a group by the worst that fires in it', async () => {
    await fire(aBreach('warning', 'yellow'), aBreach('info', 'mixed'), {
      ...aBreach('critical', 'mixed'),
      rule: 'another',
    });
    await until(
      () => attachments('yellow').length > 0 && attachments('mixed').length > 0,
      within('Slack hears of both')
    );
    expect(attachments('yellow')[0]).toMatchObject({
      color: 'warning',
      title: expect.stringMatching(/^⚠️ \[warning\] yellow: /),
    });
    expect(attachments('mixed')[0]).toMatchObject({ color: 'danger', title: expect.stringContaining('[critical]') });
  });

  it('writes hostile text into Slack as text', async () => {
    await post([{ labels: aBreach('critical', 'hostile'), annotations: { summary: '<!channel> & <http://evil|x>' } }]);
    await until(() => attachments('hostile').length > 0, within('Slack hears of the alert'));
    expect(attachments('hostile')[0]?.title).toBe(
      '🚨 [critical] hostile: &lt;!channel&gt; &amp; &lt;http://evil|x&gt;'
    );
    expect(attachments('hostile')[0]?.text).not.toContain('<!channel>');
  });

  it('loses nothing while the console is down, and keeps the other channels going', async () => {
    await alertConsole.close();
    await fire(aBreach('critical', 'unheard'));
    await until(() => deliveries('unheard').length > 0, within('the webhook hears of the alert'));
    expect(printed.join('\n')).not.toContain('Component: unheard');

    alertConsole = await startTheConsole(Number(new URL(alertConsole.url).port));
    await until(
      async () => (await consoleStatuses('unheard')).length > 0,
      within('the console hears of the alert after all')
    );
    expect(await consoleStatuses('unheard')).toEqual(['firing']);
  });

  it('sends the watchdog to the dead-man receiver only', async () => {
    const platform = catalog.systems.find(({ id }) => id === 'platform');
    const watchdog = platform?.alerts.find(({ name }) => name === 'GenwatchWatchdog');
    if (!watchdog) {
      throw new Error('The catalog has no GenwatchWatchdog');
    }
    const before = Date.now();
    await fire(
      { alertname: watchdog.name, ...alertLabels('platform', watchdog, 'info', catalog.settings) },
      aBreach('critical', 'after')
    );
    await until(
      () => attachments('after').length > 0 && deliveries('after').length > 0,
      within('a later alert is delivered')
    );

    const { watchdog: heard } = await read<{ watchdog: { lastReceivedAt: string } }>(`${alertConsole.url}/health`);
    expect(Date.parse(heard.lastReceivedAt)).toBeGreaterThanOrEqual(before);
    expect(JSON.stringify([await consoleAlerts(), slack.received, webhook.received])).not.toContain('GenwatchWatchdog');
  });
});

const LINKS = {
  runbook: 'http://127.0.0.1:9465/runbooks/X.md',
  dashboard: 'http://127.0.0.1:9090/graph?g0.expr=x&g0.tab=0',
  panel: { dashboardUid: 'genwatch-validation', panelId: 2 },
};

/** What Prometheus makes of the catalog's texts at 42.1 %. */
const ANNOTATIONS = Object.fromEntries(
  (['info', 'warning', 'critical'] as const).map((level) => {
    const { alert } = successRate();
    // The success rate has no information level; its texts do for one.
    const told = level === 'info' ? 'warning' : level;
    return [level, alertAnnotations(alert, told, LINKS, decimal('0.421'))];
  })
) as Record<AlertLevel, Record<string, string>>;

function successRate() {
  const system = buildCatalog(SYSTEMS, DEFAULT_SETTINGS).systems.find(({ id }) => id === 'validation');
  const alert = system?.alerts.find(({ name }) => name === 'ValidationSuccessRateLow');
  if (!system || !alert) {
    throw new Error('The catalog has no ValidationSuccessRateLow');
  }
  return { system, alert };
}

type Labels = Readonly<Record<string, string>>;

/** Labels of the success rate's alert, under a component of the test's own: each test has its groups to itself. */
function aBreach(level: AlertLevel, component: string): Labels {
  const { system, alert } = successRate();
  return { alertname: alert.name, ...alertLabels(system.id, alert, level, catalog.settings), component };
}

const fire = (...alerts: readonly Labels[]) =>
  post(alerts.map((labels) => ({ labels, annotations: ANNOTATIONS[labels.severity as AlertLevel] })));

const resolve = (labels: Labels) =>
  post([{ labels, annotations: ANNOTATIONS[labels.severity as AlertLevel], endsAt: new Date().toISOString() }]);

async function post(alerts: readonly object[]): Promise<void> {
  const response = await fetch(`${alertmanager.url}/api/v2/alerts`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(alerts),
  });
  expect(response.status).toBe(200);
}

interface Delivery {
  readonly groupLabels: Labels;
  readonly alerts: ReadonlyArray<{ readonly labels: Labels }>;
}

/** What the generic webhook got for a component. */
const deliveries = (component: string): Delivery[] =>
  webhook.received.map(({ body }) => body as Delivery).filter(({ groupLabels }) => groupLabels.component === component);

interface Attachment {
  readonly title: string;
  readonly text: string;
  readonly fields: ReadonlyArray<{ readonly value: string }>;
}

/** What Slack got for a component; every request must be for the configured channel and address. */
function attachments(component: string): Attachment[] {
  return slack.received.flatMap(({ path, body }) => {
    const { channel, attachments: made } = body as { channel: string; attachments: Attachment[] };
    expect({ path, channel }).toEqual({ path: '/services/secret', channel: '#alerts' });
    return made.filter(({ fields }) => fields[0]?.value === component);
  });
}

async function consoleAlerts(): Promise<Notification[]> {
  return (await read<{ alerts: Notification[] }>(`${alertConsole.url}/alerts`)).alerts;
}

const consoleStatuses = async (component: string) =>
  (await consoleAlerts()).filter((alert) => alert.component === component).map(({ status }) => status);

interface KnownAlert {
  readonly labels: Labels;
  readonly status: { readonly inhibitedBy: readonly string[] };
}

const known = () => read<KnownAlert[]>(`${alertmanager.url}/api/v2/alerts`);

/** Alerts of a component with whether another inhibits them. */
async function inhibitions(component: string): Promise<Array<[string, boolean]>> {
  const alerts = (await known()).filter(({ labels }) => labels.component === component);
  return alerts
    .map(({ labels, status }): [string, boolean] => [
      `${labels.severity} ${labels.rule}`,
      status.inhibitedBy.length > 0,
    ])
    .sort(([a], [b]) => a.localeCompare(b));
}

async function read<T>(url: string): Promise<T> {
  const response = await fetch(url);
  expect(response.status).toBe(200);
  return (await response.json()) as T;
}

async function routesOf(labels: Labels): Promise<string> {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}=${value}`);
  const { stdout } = await run(tools.amtool.path, [
    'config',
    'routes',
    'test',
    `--config.file=${configFile}`,
    ...pairs,
  ]);
  return stdout.trim();
}

/** Writes the configuration and its templates beside each other; answers where the configuration is. */
function written(of: Catalog, name: string): string {
  const target = join(folder, name);
  mkdirSync(target, { recursive: true });
  emitAlertmanager(of).forEach((text, path) => writeFileSync(join(target, basename(path)), text));
  return join(target, 'alertmanager.yml');
}

const startTheConsole = (port: number) =>
  startConsole({
    listen: { host: '127.0.0.1', port },
    runbooks: folder,
    colour: false,
    severities: DEFAULT_SETTINGS.severities,
    print: (text) => printed.push(text),
    warn: (text) => printed.push(text),
  });

const within = (what: string) => ({ what, timeoutMs: 15_000 });

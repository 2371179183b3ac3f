import { disturbancesIn } from '../../demo/simulator/application/disturbances';
import { until } from '../../demo/servers/until';
import { exporterDown } from '../../demo/faults/exporterDown';
import { type FaultContext } from '../../demo/faults/fault';
import { infiniteLoop } from '../../demo/faults/infiniteLoop';
import { lowSuccess } from '../../demo/faults/lowSuccess';
import { type Notification } from '../../console/notification';
import { GRAFANA_ORIGIN } from '../../src/catalog/kinds/grafanaOrigin';
import { quickSettings, startAlertChain, type AlertChain, type PrometheusAlert } from './alertChain';

// The first run may have to unpack the servers.
jest.setTimeout(120_000);

const WAIT_MS = 30_000;

const unused = () => Promise.reject(new Error('unused'));

/** From the row in the database to the console and back, on real servers. */
describe('the alert chain', () => {
  let chain: AlertChain;
  let faults: FaultContext;

  beforeAll(async () => {
    chain = await startAlertChain(quickSettings(), '1s');
    faults = {
      catalog: chain.catalog,
      database: (use) => chain.database(use),
      services: {
        stop: () => chain.stop('exporter'),
        start: () => chain.start('exporter').then(() => true),
      },
      prometheus: { change: unused, restore: unused },
      application: disturbancesIn('unused'),
    };
  });
  afterAll(() => chain?.close());

  const told = (what: string, condition: () => Promise<boolean>) =>
    until(condition, { what, timeoutMs: WAIT_MS, everyMs: 100 });
  const received = async (alert: string, severity: string): Promise<Notification[]> =>
    (await chain.notifications()).filter(({ alertname, severity: level }) => alertname === alert && level === severity);
  const last = async (alert: string, severity: string) => (await received(alert, severity)).at(-1);
  const arrives = (alert: string, severity: string, status: Notification['status']) =>
    told(
      `the console has ${alert} ${severity} ${status}`,
      async () => (await last(alert, severity))?.status === status
    );
  const rule = async (alert: string, severity: string): Promise<PrometheusAlert | undefined> =>
    (await chain.prometheusAlerts()).find(({ labels }) => labels.alertname === alert && labels.severity === severity);
  const firesInPrometheus = (alert: string, severity: string) =>
    told(`${alert} fires in Prometheus`, async () => (await rule(alert, severity))?.state === 'firing');

  it('is quiet but for its heartbeat while all is well', async () => {
    await told('the exporter is read', async () => (await chain.value('platform:exporter_up:max')) === 1);
    await told(
      'the empty table is an explicit zero',
      async () => (await chain.value('validation:chain_attempts:max_24h')) === 0
    );
    expect(await chain.value('validation:chains_fixed:ratio_24h')).toBeUndefined();
    await firesInPrometheus('GenwatchWatchdog', 'info');
    await told('nothing else fires', async () =>
      (await chain.prometheusAlerts()).every(({ labels }) => labels.alertname === 'GenwatchWatchdog')
    );
  });

  it('tells of a chain past its limit, with value, actions and runbook, and takes it back', async () => {
    await infiniteLoop.raise(faults);
    await arrives('ValidationAttemptLimit', 'critical', 'firing');
    expect(await last('ValidationAttemptLimit', 'critical')).toMatchObject({
      component: 'repair',
      labels: { system: 'validation', rule: 'validation.attempt_limit' },
      annotations: {
        value: '7',
        condition: 'above 3, over 24 hours',
        description: 'Longest repair chain: 7 (critical: above 3, over 24 hours).',
        actions: expect.stringMatching(/^1\. .+\n2\. .+\n3\. /),
      },
    });
    // Grafana reads its label from the rule; on the way to people it is dropped.
    expect((await rule('ValidationAttemptLimit', 'critical'))?.labels).toHaveProperty(GRAFANA_ORIGIN.label);
    expect(JSON.stringify((await chain.deliveredAlerts()).map(({ labels }) => labels))).not.toContain('__');
    const runbook = await fetch((await last('ValidationAttemptLimit', 'critical'))?.annotations.runbook_url ?? '');
    expect(runbook.status).toBe(200);
    await infiniteLoop.clear(faults);
    await arrives('ValidationAttemptLimit', 'critical', 'resolved');
  });

  it('tells of a low success rate once: the critical level keeps the warning silent', async () => {
    await lowSuccess.raise(faults);
    await arrives('ValidationSuccessRateLow', 'critical', 'firing');
    await told('Alertmanager holds the warning back', async () => {
      const alerts = await chain.deliveredAlerts();
      return alerts.some(
        ({ labels, status }) =>
          labels.alertname === 'ValidationSuccessRateLow' &&
          labels.severity === 'warning' &&
          status.inhibitedBy.length === 1
      );
    });
    expect(await received('ValidationSuccessRateLow', 'warning')).toEqual([]);
    await lowSuccess.clear(faults);
    await arrives('ValidationSuccessRateLow', 'critical', 'resolved');
  });

  it('tells of an exporter that does not answer, and that it is back', async () => {
    await exporterDown.raise(faults);
    await arrives('GenwatchExporterUnreachable', 'critical', 'firing');
    expect(await rule('GenwatchExporterAbsent', 'critical')).toBeUndefined();
    await exporterDown.clear(faults);
    await arrives('GenwatchExporterUnreachable', 'critical', 'resolved');
  });

  it('does not call an alert resolved because the exporter that showed it is gone', async () => {
    await infiniteLoop.raise(faults);
    await arrives('ValidationAttemptLimit', 'critical', 'firing');
    await exporterDown.raise(faults);
    await arrives('GenwatchExporterUnreachable', 'critical', 'firing');
    expect((await rule('ValidationAttemptLimit', 'critical'))?.state).toBe('firing');
    expect((await last('ValidationAttemptLimit', 'critical'))?.status).toBe('firing');
    await exporterDown.clear(faults);
    await arrives('GenwatchExporterUnreachable', 'critical', 'resolved');
    await infiniteLoop.clear(faults);
    await arrives('ValidationAttemptLimit', 'critical', 'resolved');
  });

  it('keeps what it knew while the database restarts, and reads on by itself', async () => {
    await infiniteLoop.raise(faults);
    await firesInPrometheus('ValidationAttemptLimit', 'critical');
    await chain.stop('postgres');
    await told(
      'the source is reported as failing',
      async () => (await chain.value('genwatch_exporter_source_up')) === 0
    );
    await told(
      'the values grow old',
      async () => ((await chain.value('genwatch_exporter_source_age_seconds')) ?? 0) > 3
    );
    expect(await chain.value('validation:chain_attempts:max_24h')).toBe(7);
    expect((await rule('ValidationAttemptLimit', 'critical'))?.state).toBe('firing');
    await chain.start('postgres');
    await told('the source is read again', async () => (await chain.value('genwatch_exporter_source_up')) === 1);
    await infiniteLoop.clear(faults);
    await arrives('ValidationAttemptLimit', 'critical', 'resolved');
  });

  it('loses nothing that fires while Alertmanager is down', async () => {
    const before = (await received('ValidationAttemptLimit', 'critical')).length;
    await chain.stop('alertmanager');
    await infiniteLoop.raise(faults);
    await firesInPrometheus('ValidationAttemptLimit', 'critical');
    expect(await received('ValidationAttemptLimit', 'critical')).toHaveLength(before);
    await chain.start('alertmanager');
    await arrives('ValidationAttemptLimit', 'critical', 'firing');
    await infiniteLoop.clear(faults);
    await arrives('ValidationAttemptLimit', 'critical', 'resolved');
  });
});

describe('a restart of Prometheus', () => {
  let chain: AlertChain;

  beforeAll(async () => {
    const quick = quickSettings();
    chain = await startAlertChain({
      ...quick,
      thresholds: { ...quick.thresholds, 'platform.exporter_unreachable': { for: { critical: '1h' } } },
    });
  });
  afterAll(() => chain?.close());

  it('does not start the "for" of a waiting alert again', async () => {
    const waiting = async () =>
      (await chain.prometheusAlerts()).find(({ labels }) => labels.alertname === 'GenwatchExporterUnreachable');
    await until(async () => (await chain.value('platform:exporter_up:max')) === 1, {
      what: 'all is well',
      timeoutMs: WAIT_MS,
    });
    await chain.stop('exporter');
    await until(async () => (await waiting())?.state === 'pending', { what: 'the alert waits', timeoutMs: WAIT_MS });
    const since = Date.parse((await waiting())?.activeAt ?? '');
    // Longer than a restart takes: Prometheus sets the beginning back by how long it was away, and no further.
    await until(() => Date.now() - since > 8_000, { what: 'it has waited for a while', timeoutMs: WAIT_MS });
    await chain.stop('prometheus');
    const stopped = Date.now();
    await chain.start('prometheus');
    await until(async () => Date.parse((await waiting())?.activeAt ?? '') < stopped, {
      what: 'the alert goes on waiting from before the restart',
      timeoutMs: WAIT_MS,
    });
    expect((await waiting())?.state).toBe('pending');
  });
});

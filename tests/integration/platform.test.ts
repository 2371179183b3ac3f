import { until } from '../../demo/servers/until';
import { type Notification } from '../../console/notification';
import { quickSettings, startAlertChain, type AlertChain } from './alertChain';

// The first run may have to unpack the servers.
jest.setTimeout(120_000);

const WAIT_MS = 30_000;

/** What Genwatch tells of itself, on real servers. */
describe("the platform's own alerts", () => {
  let chain: AlertChain;

  beforeAll(async () => {
    const quick = quickSettings();
    chain = await startAlertChain(
      {
        ...quick,
        thresholds: {
          ...quick.thresholds,
          'platform.scrape_failing': { for: { warning: '2s' } },
          'platform.alertmanager_unreached': { for: { warning: '1s' } },
        },
      },
      '1s'
    );
  });
  afterAll(() => chain?.close());

  const told = (what: string, condition: () => Promise<boolean>) =>
    until(condition, { what, timeoutMs: WAIT_MS, everyMs: 100 });
  /** The last notification of an alert; of those of one source when it is named. */
  const last = async (alert: string, source?: string): Promise<Notification | undefined> =>
    (await chain.notifications())
      .filter(({ alertname, labels }) => alertname === alert && (source === undefined || labels.source === source))
      .at(-1);
  const arrives = (alert: string, status: Notification['status'], source?: string) =>
    told(`the console has ${alert} ${status}`, async () => (await last(alert, source))?.status === status);

  it('have something to judge: Prometheus scrapes itself and Alertmanager', async () => {
    for (const job of ['genwatch-exporter', 'prometheus', 'alertmanager']) {
      await told(`${job} is read`, async () => (await chain.value(`platform:target_up:min{job="${job}"}`)) === 1);
    }
    for (const record of ['rule_failures', 'rule_rounds_missed', 'alertmanager_errors', 'notifications_failed']) {
      // Rounds missed are of the machine, so here it only matters that the series is found.
      const expr =
        record === 'rule_rounds_missed'
          ? 'prometheus_rule_group_iterations_missed_total'
          : `platform:${record}:increase_5m`;
      await told(`${expr} has a value`, async () => (await chain.value(`count(${expr}{})`)) !== undefined);
    }
    await told('nothing was dropped', async () => (await chain.value('platform:alerts_dropped:increase_5m')) === 0);
  });

  it('tell which source cannot be read, and that it can be again', async () => {
    const source = 'validation.last_day';
    await chain.database((client) => client.query('ALTER TABLE messages RENAME TO messages_gone'));
    await arrives('GenwatchSourceFailing', 'firing', source);
    expect(await last('GenwatchSourceFailing', source)).toMatchObject({
      severity: 'critical',
      component: 'source',
      labels: { system: 'platform', rule: 'platform.source_failing', source },
      annotations: {
        value: '0',
        description: `Last refresh (1: succeeded, 0: failed), source ${source}: 0 (critical: below 1).`,
      },
    });
    expect(await chain.value('platform:exporter_up:max')).toBe(1);
    const runbook = await fetch((await last('GenwatchSourceFailing', source))?.annotations.runbook_url ?? '');
    expect(runbook.status).toBe(200);
    await chain.database((client) => client.query('ALTER TABLE messages_gone RENAME TO messages'));
    await arrives('GenwatchSourceFailing', 'resolved', source);
  });

  it('tell of a target that does not answer, by its job', async () => {
    await chain.stop('exporter');
    await arrives('GenwatchScrapeFailing', 'firing');
    expect(await last('GenwatchScrapeFailing')).toMatchObject({
      severity: 'warning',
      labels: { job: 'genwatch-exporter' },
    });
    await chain.start('exporter');
    await arrives('GenwatchScrapeFailing', 'resolved');
  });

  it('tell, once Alertmanager is back, that it was not reached and that alerts were dropped', async () => {
    await chain.stop('alertmanager');
    await told(
      'the errors are counted',
      async () => ((await chain.value('sum(platform:alertmanager_errors:increase_5m)')) ?? 0) > 0
    );
    await told(
      'so is what was dropped',
      async () => ((await chain.value('platform:alerts_dropped:increase_5m')) ?? 0) > 0
    );
    await chain.start('alertmanager');
    await arrives('GenwatchAlertmanagerUnreached', 'firing');
    expect((await last('GenwatchAlertmanagerUnreached'))?.labels.alertmanager).toMatch(
      /^http:\/\/127\.0\.0\.1:\d+\/api\/v2\/alerts$/
    );
  });
});

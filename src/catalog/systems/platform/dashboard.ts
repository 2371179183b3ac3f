import { type Dashboard, type Panel, type State } from '../../kinds/dashboard';
import { type Alert } from '../../kinds/alert';
import { promql, type Select } from '../../kinds/selector';
import { type platformAlerts } from './alerts';
import { platformMetrics as metrics } from './metrics';

type Shown = Omit<Panel, 'draw' | 'data' | 'threshold' | 'runbook'> & Partial<Pick<Panel, 'draw'>>;

/** What an alert judges, over time, with its lines and its runbook. */
const judged = (
  { shape, threshold, name }: Alert,
  { legend, draw = 'timeseries', ...shown }: Shown & { readonly legend: string }
): Panel => ({ ...shown, draw, data: { kind: 'shape', shape, legend }, threshold, runbook: name });

/** Prometheus names a rule group by its file too. */
const GROUP_NAME = { from: '.*;(.*)', to: '$1' } as const;

const UP: readonly State[] = [
  { value: 1, text: 'up', color: 'green' },
  { value: 0, text: 'down', color: 'red' },
];
const READ: readonly State[] = [
  { value: 1, text: 'read', color: 'green' },
  { value: 0, text: 'failed', color: 'red' },
];

export function platformDashboard(select: Select, alerts: ReturnType<typeof platformAlerts>): Dashboard {
  return {
    uid: 'genwatch-platform',
    title: 'Genwatch: platform',
    description: 'Does Genwatch itself still see, judge and deliver?',
    rows: [
      {
        title: 'Is anything wrong now?',
        topic: 'health',
        panels: [
          {
            title: 'Exporter',
            question: 'Did an exporter answer the last scrape? While it is down, every alert on the database is blind.',
            draw: 'stat',
            data: { kind: 'shape', shape: alerts.exporterUnreachable.shape, legend: 'up' },
            threshold: alerts.exporterUnreachable.threshold,
            states: UP,
            runbook: [alerts.exporterUnreachable.name, alerts.exporterAbsent.name],
            width: 4,
          },
          judged(alerts.watchdog, {
            title: 'Heartbeat',
            question:
              'Does the alert fire that always fires? While it does, alerts reach Alertmanager; the console complains when it stops.',
            draw: 'states',
            legend: 'heartbeat',
            states: [{ value: 1, text: 'beats', color: 'green' }],
            width: 8,
          }),
          {
            title: 'Firing alerts',
            question:
              'Which alerts on the monitoring itself fire now, and for how long are they true? "No data" means that none does.',
            draw: 'table',
            data: { kind: 'firing' },
            width: 12,
          },
        ],
      },
      {
        title: 'Is everything scraped?',
        topic: 'health',
        panels: [
          judged(alerts.scrapeFailing, {
            title: 'Targets by job',
            question: 'Does every target of each job answer? Red means that at least one of them does not.',
            draw: 'states',
            legend: '{{job}}',
            states: UP,
            width: 24,
          }),
        ],
      },
      {
        title: 'Are the values fresh?',
        topic: 'trends',
        panels: [
          judged(alerts.sourceStale, {
            title: 'Age of the values by source',
            question: 'How long ago were the values of each source read from the database, at the oldest?',
            legend: '{{source}}',
            width: 8,
          }),
          judged(alerts.sourceFailing, {
            title: 'Last refresh by source',
            question: 'Did the last refresh of each source succeed?',
            draw: 'states',
            legend: '{{source}}',
            states: READ,
            width: 8,
          }),
          {
            title: 'Refresh duration by source',
            question: 'How long did the last successful refresh of each source take?',
            draw: 'timeseries',
            data: {
              kind: 'promql',
              expr: `max by (source) (${promql(select(metrics.sourceDuration))})`,
              legend: '{{source}}',
            },
            unit: 'seconds',
            width: 8,
          },
        ],
      },
      {
        title: 'Are the rules judged?',
        topic: 'errors',
        panels: [
          judged(alerts.rulesFailing, {
            title: 'Failed evaluations by rule group',
            question: 'How many evaluations of each rule group failed in the window of the alert?',
            legend: '{{rule_group}}',
            rename: GROUP_NAME,
            width: 8,
          }),
          judged(alerts.rulesSlow, {
            title: 'Rounds left out by rule group',
            question: 'How many rounds of each rule group were left out because the one before took too long?',
            legend: '{{rule_group}}',
            rename: GROUP_NAME,
            width: 8,
          }),
          {
            title: 'Duration of a round by rule group',
            question:
              'How long did the last round of each rule group take? It has to stay below the interval of the group.',
            draw: 'timeseries',
            data: {
              kind: 'promql',
              expr: `max by (rule_group) (${promql(select(metrics.groupDuration))})`,
              legend: '{{rule_group}}',
            },
            unit: 'seconds',
            rename: GROUP_NAME,
            width: 8,
          },
        ],
      },
      {
        title: 'Do notifications arrive?',
        topic: 'errors',
        panels: [
          judged(alerts.alertmanagerUnreached, {
            title: 'Alerts not sent, by Alertmanager',
            question: 'How many alerts could Prometheus not send to each Alertmanager?',
            legend: '{{alertmanager}}',
            width: 8,
          }),
          judged(alerts.alertsDropped, {
            title: 'Alerts dropped',
            question: 'How many alerts did no Alertmanager take?',
            legend: 'dropped',
            width: 8,
          }),
          judged(alerts.notificationsFailing, {
            title: 'Notifications given up, by kind of receiver',
            question: 'How many notifications did Alertmanager give up after all their retries?',
            legend: '{{integration}}',
            width: 8,
          }),
        ],
      },
    ],
  };
}

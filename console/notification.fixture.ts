import { type Notification } from './notification';

/** A critical alert as Genwatch's rules make it. */
export const aNotification = (changes: Partial<Notification> = {}): Notification => ({
  receivedAt: '2025-01-13T15:30:55.000Z',
  status: 'firing',
  alertname: 'ValidationSuccessRateLow',
  severity: 'critical',
  component: 'repair',
  labels: {
    alertname: 'ValidationSuccessRateLow',
    severity: 'critical',
    system: 'validation',
    component: 'repair',
    rule: 'validation.success_rate',
  },
  annotations: {
    summary: 'Too few repairs succeed',
    description: 'Success rate is 42.1 % (critical: below 60 %, over 24 hours).',
    value: '42.1 %',
    condition: 'below 60 %, over 24 hours',
    actions: '1. Look at the patterns\n2. Consider a rollback',
    runbook_url: 'http://127.0.0.1:9465/runbooks/ValidationSuccessRateLow.md',
    dashboard_url: 'http://127.0.0.1:3000/d/genwatch-validation?viewPanel=panel-2',
  },
  startsAt: '2025-01-13T15:30:45.123Z',
  endsAt: null,
  fingerprint: 'a1',
  ...changes,
});

/** The webhook body in which Alertmanager delivers notifications. */
export const aPayload = (...notifications: readonly Notification[]) => ({
  version: '4',
  groupKey: '{}:{component="repair"}',
  truncatedAlerts: 0,
  status: notifications.some(({ status }) => status === 'firing') ? 'firing' : 'resolved',
  receiver: 'console',
  groupLabels: { component: 'repair' },
  commonLabels: {},
  commonAnnotations: {},
  externalURL: 'http://127.0.0.1:9093',
  alerts: notifications.map(({ status, labels, annotations, startsAt, endsAt, fingerprint }) => ({
    status,
    labels,
    annotations,
    startsAt,
    endsAt: endsAt ?? '0001-01-01T00:00:00Z',
    generatorURL: 'http://127.0.0.1:9090/graph',
    fingerprint,
  })),
});

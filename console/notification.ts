import { type PayloadAlert } from './payload';

/** One alert of one delivery, as `GET /alerts` serves it. Instants are ISO text. */
export interface Notification {
  readonly receivedAt: string;
  readonly status: 'firing' | 'resolved';
  readonly alertname: string;
  readonly severity: string;
  readonly component: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly startsAt: string;
  /** Nothing while it fires. */
  readonly endsAt: string | null;
  /** Alertmanager's identity of the alert: a hash of its labels. */
  readonly fingerprint: string;
}

/** Labels that an alert of other rules may lack have a word in their place. */
export function notificationOf(alert: PayloadAlert, receivedAt: Date): Notification {
  const { status, startsAt, endsAt, fingerprint } = alert;
  const labels = forPeople(alert.labels);
  const annotations = forPeople(alert.annotations);
  return {
    receivedAt: receivedAt.toISOString(),
    status,
    alertname: labels.alertname ?? 'unnamed',
    severity: labels.severity ?? 'none',
    component: labels.component ?? 'unknown',
    labels,
    annotations,
    startsAt,
    // Alertmanager writes the year 1 for "not yet".
    endsAt: status === 'resolved' ? endsAt : null,
    fingerprint,
  };
}

/** Two leading underscores mark what programs tell each other, such as Grafana about its buttons. */
const forPeople = (texts: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).filter(([name]) => !name.startsWith('__')));

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
  const { labels, annotations, status, startsAt, endsAt, fingerprint } = alert;
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

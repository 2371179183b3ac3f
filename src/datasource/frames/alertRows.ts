import { createDataFrame, FieldType, type DataFrame } from '@grafana/data';

/** One thing that an alert tells of, whoever says so. */
export interface AlertRow {
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  /** Milliseconds since 1970, where it is known. */
  readonly since?: number | undefined;
  readonly state: 'active' | 'silenced' | 'inhibited' | 'pending' | (string & {});
  /** Ids of silences. */
  readonly silencedBy?: readonly string[];
  /** Names of the alerts that inhibit it. */
  readonly inhibitedBy?: readonly string[];
}

/**
 * Alerts as a table, the latest first: since when, name, severity, system, component, state, which of several things it is
 * about (`source=chats`), summary, value, runbook, and what keeps it from being told.
 */
export function alertRows(rows: readonly AlertRow[], refId: string, kept: readonly string[]): DataFrame {
  const alerts = [...rows].sort((a, b) => (b.since ?? 0) - (a.since ?? 0));
  const text = (name: string, of: (alert: AlertRow) => string | undefined) => ({
    name,
    type: FieldType.string,
    values: alerts.map((alert) => of(alert) ?? ''),
    config: {},
  });
  const label = (name: string) => text(name, ({ labels }) => labels[name]);
  const annotation = (name: string) => text(name, ({ annotations }) => annotations[name]);
  const about = ({ labels }: AlertRow): string =>
    kept.flatMap((name) => (labels[name] === undefined ? [] : [`${name}=${labels[name]}`])).join(', ');
  return createDataFrame({
    refId,
    name: 'alerts',
    fields: [
      { name: 'since', type: FieldType.time, values: alerts.map(({ since }) => since ?? null), config: {} },
      ...['alertname', 'severity', 'system', 'component'].map(label),
      text('state', ({ state }) => state),
      text('about', about),
      ...['summary', 'value', 'runbook_url'].map(annotation),
      text('silenced_by', ({ silencedBy = [] }) => silencedBy.join(', ')),
      text('inhibited_by', ({ inhibitedBy = [] }) => inhibitedBy.join(', ')),
    ],
  });
}

import { createDataFrame, FieldType, type DataFrame } from '@grafana/data';

/** What Alertmanager's `/api/v2/alerts` tells of one alert; everything may be missing. */
interface ActiveAlert {
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly startsAt?: string;
  readonly status?: {
    readonly state?: string;
    readonly silencedBy?: readonly string[];
    readonly inhibitedBy?: readonly string[];
  };
}

export interface AlertFilter {
  readonly system?: string | undefined;
  readonly severity?: string | undefined;
}

/**
 * What fires now, the latest first: name, severity, system, component, since when, state (`active`, `silenced` or
 * `inhibited`), summary, value and runbook.
 * @throws Error when the answer is not a list
 */
export function alertsFrame(answer: unknown, refId: string, { system, severity }: AlertFilter): DataFrame {
  if (!Array.isArray(answer)) {
    throw new Error('Alertmanager did not answer with a list of alerts. Check its address in the data source.');
  }
  const alerts = (answer as readonly ActiveAlert[])
    .filter(({ labels }) => labels?.['system'] !== undefined)
    .filter(({ labels }) => !system || labels?.['system'] === system)
    .filter(({ labels }) => !severity || labels?.['severity'] === severity)
    .sort((a, b) => (b.startsAt ?? '').localeCompare(a.startsAt ?? ''));
  const text = (name: string, of: (alert: ActiveAlert) => string | undefined) => ({
    name,
    type: FieldType.string,
    values: alerts.map((alert) => of(alert) ?? ''),
    config: {},
  });
  return createDataFrame({
    refId,
    name: 'alerts',
    fields: [
      {
        name: 'since',
        type: FieldType.time,
        values: alerts.map(({ startsAt }) => (startsAt ? Date.parse(startsAt) : null)),
        config: {},
      },
      ...['alertname', 'severity', 'system', 'component'].map((label) => text(label, ({ labels }) => labels?.[label])),
      text('state', stateOf),
      ...['summary', 'value', 'runbook_url'].map((name) => text(name, ({ annotations }) => annotations?.[name])),
    ],
  });
}

function stateOf({ status }: ActiveAlert): string {
  if (status?.silencedBy?.length) {
    return 'silenced';
  }
  return status?.inhibitedBy?.length ? 'inhibited' : (status?.state ?? '');
}

import { type DataFrame } from '@grafana/data';

import { alertRows, type AlertRow } from '../frames/alertRows';

/** What Alertmanager's `/api/v2/alerts` tells of one alert; everything may be missing. */
interface ActiveAlert {
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly startsAt?: string;
  readonly fingerprint?: string;
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
 * What fires now as a table of alerts; their state is `active`, `silenced` or `inhibited`.
 * @throws Error when the answer is not a list
 */
export function alertsFrame(
  answer: unknown,
  refId: string,
  { system, severity }: AlertFilter,
  kept: readonly string[]
): DataFrame {
  if (!Array.isArray(answer)) {
    throw new Error('Alertmanager did not answer with a list of alerts. Check its address in the data source.');
  }
  const all = answer as readonly ActiveAlert[];
  const names = new Map(all.map(({ fingerprint, labels }) => [fingerprint, labels?.['alertname']]));
  return alertRows(
    all
      .filter(({ labels }) => labels?.['system'] !== undefined)
      .filter(({ labels }) => !system || labels?.['system'] === system)
      .filter(({ labels }) => !severity || labels?.['severity'] === severity)
      .map((alert) => rowOf(alert, names)),
    refId,
    kept
  );
}

const rowOf = (
  { labels = {}, annotations = {}, startsAt, status }: ActiveAlert,
  names: ReadonlyMap<string | undefined, string | undefined>
): AlertRow => ({
  labels,
  annotations,
  since: startsAt ? Date.parse(startsAt) : undefined,
  state: stateOf(status),
  silencedBy: status?.silencedBy ?? [],
  inhibitedBy: [...new Set((status?.inhibitedBy ?? []).map((fingerprint) => names.get(fingerprint) ?? fingerprint))],
});

function stateOf({ silencedBy, inhibitedBy, state = '' }: NonNullable<ActiveAlert['status']> = {}): string {
  if (silencedBy?.length) {
    return 'silenced';
  }
  return inhibitedBy?.length ? 'inhibited' : state;
}

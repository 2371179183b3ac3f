import { DataFrameView, type DataFrame } from '@grafana/data';

/** What keeps an alert from being told, by whom and until when. */
export interface Silence {
  readonly id: string;
  readonly createdBy: string;
  readonly comment: string;
  /** Milliseconds since 1970. */
  readonly endsAt?: number;
}

/** One thing that an alert tells of; user text is in none of it. */
export interface AlertInstance {
  readonly name: string;
  /** As the installation calls the level. */
  readonly severity: string;
  /** Id of the system. */
  readonly system: string;
  readonly component: string;
  readonly state: string;
  /** Milliseconds since 1970. */
  readonly since?: number;
  /** Which of several things it is about: `source=chats`. */
  readonly about: string;
  readonly summary: string;
  readonly value: string;
  readonly silences: readonly Silence[];
  /** Names of the alerts that are told instead. */
  readonly inhibitedBy: readonly string[];
}

/** The columns that the data source gives alerts. */
interface AlertColumns {
  since: number | null;
  alertname: string;
  severity: string;
  system: string;
  component: string;
  state: string;
  about: string;
  summary: string;
  value: string;
  silenced_by: string;
  inhibited_by: string;
}

/** The columns of silences that the page asks for. */
interface SilenceColumns {
  id: string;
  createdBy: string;
  comment: string;
  endsAt: number | null;
}

const rowsOf = <T extends object>(frames: readonly DataFrame[]): T[] =>
  // The view reuses one object for all rows.
  frames.flatMap((frame) => new DataFrameView<T>(frame).toArray().map((row) => ({ ...row })));

const list = (text: string): string[] => text.split(', ').filter(Boolean);

/** Alerts of the data source with their silences. A silence that nothing is known of still has its id. */
export function alertInstances(alerts: readonly DataFrame[], silences: readonly DataFrame[] = []): AlertInstance[] {
  const known = new Map(
    rowsOf<SilenceColumns>(silences).map(({ id, createdBy, comment, endsAt }) => [
      id,
      { id, createdBy, comment, ...(endsAt !== null && { endsAt }) },
    ])
  );
  return rowsOf<AlertColumns>(alerts).map(
    ({ alertname: name, since, silenced_by: silencedBy, inhibited_by: inhibitedBy, ...rest }) => ({
      name,
      severity: rest.severity,
      system: rest.system,
      component: rest.component,
      state: rest.state,
      about: rest.about,
      summary: rest.summary,
      value: rest.value,
      ...(since !== null && { since }),
      silences: list(silencedBy).map((id) => known.get(id) ?? { id, createdBy: '', comment: '' }),
      inhibitedBy: list(inhibitedBy),
    })
  );
}

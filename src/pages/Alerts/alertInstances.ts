import { type DataFrame } from '@grafana/data';

import { rowsOf } from '../../shared/rowsOf';

/** What keeps an alert from being told, by whom and until when. */
export interface Silence {
  readonly id: string;
  readonly createdBy: string;
  readonly comment: string;
  /** Milliseconds since 1970. */
  readonly endsAt?: number;
}

/** One thing that an alert tells of. */
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

/** Alerts of the data source with their silences. A silence that nothing is known of still has its id. */
export function alertInstances(alerts: readonly DataFrame[], silences: readonly DataFrame[] = []): AlertInstance[] {
  const known = new Map(rowsOf(silences).map((row) => [row['id'], silenceOf(row)]));
  return rowsOf(alerts).map((row) => ({
    name: text(row['alertname']),
    severity: text(row['severity']),
    system: text(row['system']),
    component: text(row['component']),
    state: text(row['state']),
    about: text(row['about']),
    summary: text(row['summary']),
    value: text(row['value']),
    ...(typeof row['since'] === 'number' && { since: row['since'] }),
    silences: list(row['silenced_by']).map((id) => known.get(id) ?? { id, createdBy: '', comment: '' }),
    inhibitedBy: list(row['inhibited_by']),
  }));
}

const silenceOf = (row: Row): Silence => ({
  id: text(row['id']),
  createdBy: text(row['createdBy']),
  comment: text(row['comment']),
  ...(typeof row['endsAt'] === 'number' && { endsAt: row['endsAt'] }),
});

type Row = Readonly<Record<string, unknown>>;

const text = (cell: unknown): string => (typeof cell === 'string' ? cell : '');

const list = (cell: unknown): string[] => text(cell).split(', ').filter(Boolean);

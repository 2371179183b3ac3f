import { type Duration } from '../exact/duration';
import { type Unit } from '../exact/unit';
import { type Shape } from '../shapes/shape';
import { type Query } from './query';
import { type Threshold } from './threshold';

/** One question, one panel. What it draws comes from a shape, an expression or a query of the catalog. */
export interface Panel {
  readonly title: string;
  /** The question it answers, with what its colours mean; the panel's description. */
  readonly question: string;
  /** `states` are bands of colour over time; `bars` have the first text column of a query below them. */
  readonly draw: 'stat' | 'timeseries' | 'table' | 'states' | 'bars';
  /** Of several, all are drawn into one panel. */
  readonly data: PanelData | readonly PanelData[];
  /** Its levels become the lines of the panel. */
  readonly threshold?: Threshold;
  /** Unit of the series when there is no threshold. */
  readonly unit?: Unit;
  /** Words and colours for single values, such as 1 for "up". */
  readonly states?: readonly State[];
  /** Colour of a series, by its legend; the others get one of their own. */
  readonly colors?: Readonly<Record<string, Color>>;
  /** What of a legend is shown: a regular expression, and its replacement. */
  readonly rename?: { readonly from: string; readonly to: string };
  /** Alert whose runbook the panel links to, or several that judge what it draws. */
  readonly runbook?: string | readonly string[];
  /** How far it looks back, whatever the range of the dashboard. */
  readonly range?: Duration;
  /** Grid columns of 24. */
  readonly width: number;
  /** Grid rows; 8 without it. */
  readonly height?: number;
}

export type Color = 'green' | 'yellow' | 'orange' | 'red' | 'blue' | 'purple' | 'text';

export interface State {
  readonly value: number;
  readonly text: string;
  readonly color: Color;
}

export type PanelData =
  | { readonly kind: 'shape'; readonly shape: Shape; readonly legend: string }
  | { readonly kind: 'promql'; readonly expr: string; readonly legend: string }
  | { readonly kind: 'sql'; readonly query: Query; readonly lines?: SqlLines }
  /** What fires of the dashboard's system. */
  | { readonly kind: 'firing' };

/** Columns of a query as lines over time. */
export interface SqlLines {
  /** The column of time: an instant, or the date on which a day of the buckets' zone begins. */
  readonly time: string;
  /** Column -> legend. */
  readonly legends: Readonly<Record<string, string>>;
}

/** What a row is about: how it is now, how it develops, or what goes wrong. The app has a tab for each. */
export const TOPICS = ['health', 'trends', 'errors'] as const;
export type Topic = (typeof TOPICS)[number];

export interface DashboardRow {
  readonly title: string;
  readonly topic: Topic;
  readonly panels: readonly Panel[];
}

/** What people choose at the top of a dashboard, beside its data sources and its range. */
export type Variable =
  /** The values of a query's only column; any number of them, or all. */
  | { readonly kind: 'scenes'; readonly label: string; readonly query: Query }
  /** How long a bucket is. */
  | { readonly kind: 'step'; readonly label: string; readonly values: readonly Duration[] }
  /** The window of the gauges that have several, written `$window` in expressions. */
  | { readonly kind: 'window'; readonly label: string; readonly values: readonly string[] };

export interface Dashboard {
  /** Fixed and readable: `genwatch-validation`. */
  readonly uid: string;
  readonly title: string;
  readonly description: string;
  readonly variables?: readonly Variable[];
  readonly rows: readonly DashboardRow[];
}

export const panelData = ({ data }: Pick<Panel, 'data'>): readonly PanelData[] => [data].flat();

/** The alerts whose runbooks a panel links to, the first one first. */
export const panelRunbooks = ({ runbook }: Pick<Panel, 'runbook'>): readonly string[] =>
  runbook === undefined ? [] : [runbook].flat();

/** Panels count from 1 in reading order, so that links stay the same until a panel is put before them. */
export function numberedPanels({ rows }: Dashboard): Array<{ id: number; panel: Panel }> {
  return rows.flatMap((row) => row.panels).map((panel, i) => ({ id: i + 1, panel }));
}

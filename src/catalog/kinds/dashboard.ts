import { type Shape } from '../shapes/shape';
import { type Query } from './query';
import { type Threshold } from './threshold';
import { type Unit } from '../exact/unit';

/** One question, one panel. What it draws comes from a shape, an expression or a query of the catalog. */
export interface Panel {
  readonly title: string;
  /** The question it answers, with what its colours mean; the panel's description. */
  readonly question: string;
  readonly draw: 'stat' | 'timeseries' | 'table';
  readonly data: PanelData;
  /** Its levels become the lines of the panel. */
  readonly threshold?: Threshold;
  /** Unit of the series when there is no threshold. */
  readonly unit?: Unit;
  /** Alert whose runbook the panel links to. */
  readonly runbook?: string;
  /** Grid columns of 24. */
  readonly width: number;
}

export type PanelData =
  | { readonly kind: 'shape'; readonly shape: Shape; readonly legend: string }
  | { readonly kind: 'promql'; readonly expr: string; readonly legend: string }
  | { readonly kind: 'sql'; readonly query: Query };

export interface DashboardRow {
  readonly title: string;
  readonly panels: readonly Panel[];
}

export interface Dashboard {
  /** Fixed and readable: `genwatch-validation`. */
  readonly uid: string;
  readonly title: string;
  readonly description: string;
  readonly rows: readonly DashboardRow[];
}

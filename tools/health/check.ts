import { type Unit } from '../../src/catalog/exact/unit';
import { type AlertLevel } from '../../src/catalog/kinds/threshold';

/** How one threshold does. `no data` is idle or too few samples; `unknown` is a question that got no answer. */
export type Status = 'healthy' | AlertLevel | 'no data' | 'unknown';

/** A bound with the level that begins there. */
export interface CheckedBound {
  readonly level: AlertLevel;
  /** As in the catalog: `< 80`. */
  readonly bound: string;
}

/** One threshold, judged. Part of the documented JSON: see docs/health.md before changing it. */
export interface Check {
  readonly system: string;
  readonly threshold: string;
  readonly alert: string;
  readonly component: string;
  readonly title: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly status: Status;
  /** In `unit`; `null` without data. */
  readonly value: number | null;
  readonly unit: Unit;
  /** The level that was reached, else the one that comes first. */
  readonly bound: CheckedBound;
  /** How far the value is on the good side of `bound`, in `unit`; negative on the bad side. */
  readonly margin: number | null;
  readonly window: string | null;
  readonly minimumSample: number | null;
}

/** A threshold that the database alone cannot answer. */
export interface NotJudged {
  readonly system: string;
  readonly threshold: string;
  readonly why: string;
}

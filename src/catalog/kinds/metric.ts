import { type Duration } from '../exact/duration';
import { type Source } from './source';

/** Who exposes a series; `prometheus` also writes some for every target, such as `up`. */
export const PRODUCERS = ['exporter', 'application', 'prober', 'ci', 'prometheus', 'alertmanager'] as const;
export type Producer = (typeof PRODUCERS)[number];

/**
 * All values a label can have, or for identities a bound on how many there are. Values that a database tells must be `like` a
 * regular expression, so that no text of a user becomes one.
 */
export type LabelValues = readonly string[] | { readonly atMost: number; readonly of: string; readonly like?: string };

/** What a series means: the contract between producer, rules and panels. Values are in base units. */
export interface Metric {
  readonly name: string;
  readonly type: 'gauge' | 'counter' | 'histogram';
  readonly help: string;
  readonly producer: Producer;
  readonly labels: Readonly<Record<string, LabelValues>>;
  /** Upper bounds of a histogram's buckets, as decimal text, without +Inf. */
  readonly buckets?: readonly string[];
  /** How often a new value can appear. */
  readonly refresh?: Duration;
  readonly source: Source;
}

/** Keeps literal types of names and labels. */
export const metrics = <const M extends Record<string, Metric>>(drafts: M): M => drafts;

export const isClosed = (values: LabelValues): values is readonly string[] => Array.isArray(values);

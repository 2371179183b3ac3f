import { type Duration } from '../exact/duration';
import { type Metric } from './metric';
import { type Source } from './source';

export type ColumnType = 'integer' | 'number' | 'text' | 'instant';

/** The only things that vary between two runs of a query; each is SQL of the place the query runs in. */
export interface Parameters {
  /** Start and end of the range, as `timestamptz`; the range includes its start and excludes its end. */
  readonly from: string;
  readonly to: string;
  /** How many rows a list returns at most. */
  readonly limit: string;
}

/** A number of a one-row query that becomes a series. */
export interface Feed {
  readonly metric: Metric;
  readonly labels: Readonly<Record<string, string>>;
}

/** How the exporter runs a query: over the last `window`, every `every`. */
export interface Tier {
  readonly window: Duration;
  readonly every: Duration;
  /** Column of the single row -> series. */
  readonly feeds: Readonly<Record<string, Feed>>;
}

/** A question to the database, as one statement. */
export interface Query {
  /** `<system>.<name>`. */
  readonly id: string;
  readonly title: string;
  readonly columns: Readonly<Record<string, ColumnType>>;
  readonly sql: (parameters: Parameters) => string;
  readonly tier?: Tier;
  readonly source: Source;
}

import { type Duration } from '../exact/duration';
import { type Metric } from './metric';
import { type Source } from './source';

/** `percent` is a number of which 100 is the whole; `date` an instant at which a day begins. */
export type ColumnType = 'integer' | 'number' | 'percent' | 'text' | 'instant' | 'date';

/** The only things that vary between two runs of a query; each is SQL of the place the query runs in. */
export interface Parameters {
  /** Start and end of the range, as `timestamptz`; the range includes its start and excludes its end. */
  readonly from: string;
  readonly to: string;
  /** How many rows a list returns at most. */
  readonly limit: string;
  /** The scenes to look at, as the list inside `IN (…)`; one of nothing but NULL means every scene, as leaving it out. */
  readonly scenes?: string;
  /** The one thing to look at, by its id, as a text constant; every one without it. */
  readonly subject?: string;
  /** How long a bucket is, as the text of an `interval`; the query has its own without one. */
  readonly step?: string;
}

/** What a person may choose beside the range. */
export type Choice = 'limit' | 'scenes' | 'subject' | 'step';

/** Whether a query makes use of a choice: nobody has to declare it, and nobody is asked in vain. */
export function takes({ sql }: Pick<Query, 'sql'>, choice: Choice): boolean {
  const base: Parameters = { from: 'now()', to: 'now()', limit: '1' };
  return sql({ ...base, [choice]: 'chosen' }) !== sql({ ...base, [choice]: 'other' });
}

/** A label's value: fixed, or the text of a column of the same row; where that is NULL there is no series. */
export type FedLabel = string | { readonly column: string };

/** A number of a one-row query that becomes a series. */
export interface Feed {
  readonly metric: Metric;
  readonly labels: Readonly<Record<string, FedLabel>>;
}

/** The labels of a feed whose values the catalog itself tells. */
export const fixedLabels = ({ labels }: Pick<Feed, 'labels'>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(labels).flatMap(([label, value]): Array<[string, string]> =>
      typeof value === 'string' ? [[label, value]] : []
    )
  );

/** How the exporter runs a query: over the last `window`, every `every`. */
export interface Tier {
  readonly window: Duration;
  readonly every: Duration;
  /** A channel of the database on which a change is told: then it is read soon, where the connection can hear it. */
  readonly refreshOn?: string;
  /** Column of the single row -> series. */
  readonly feeds: Readonly<Record<string, Feed>>;
  /** Every column counts messages one by one, so that a range has the sum of its parts. */
  readonly additive?: true;
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
  /** Only on a query that means exactly what the statement around its source's words means, faults included. */
  readonly documented?: {
    /** Id of the query that answers the same question as the decisions want it; none where they change nothing. */
    readonly correctedBy?: string;
  };
}

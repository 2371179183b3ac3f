import { isClosed, type Metric } from '../src/catalog/kinds/metric';
import { type ColumnType, type Feed } from '../src/catalog/kinds/query';
import { AnswerError } from './errorReason';
import { type TieredQuery } from './tieredQuery';

/** A row as the server wrote it: text, or NULL. */
export type Row = Readonly<Record<string, string | null>>;

/** One series with its value. */
export interface Sample {
  readonly metric: Metric;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/**
 * The series that a query's single row stands for. NULL makes no series; zero is a zero that was read.
 * @throws AnswerError when there is not exactly one row, a column is missing, or a value is no exact number
 */
export function samplesOf(query: TieredQuery, rows: readonly Row[]): Sample[] {
  const [row] = rows;
  if (row === undefined || rows.length > 1) {
    throw new AnswerError(
      'other',
      `Query ${query.id} returned ${rows.length} rows; a query with a tier returns exactly one. Mend its SQL in src/catalog.`
    );
  }
  const samples = Object.entries(query.tier.feeds).flatMap(([column, feed]) => {
    const text = cell(query, row, column, feed.metric);
    const labels = labelsOf(query, row, feed);
    return text === null || labels === undefined
      ? []
      : [{ metric: feed.metric, labels, value: exactNumber(text, query, column) }];
  });
  return distinct(query, samples);
}

function cell(query: TieredQuery, row: Row, column: string, { name }: Metric): string | null {
  const text = row[column];
  if (text === undefined) {
    throw new AnswerError(
      'missing_column',
      `Query ${query.id} returned no column "${column}", which feeds ${name}. Mend its SQL in src/catalog.`
    );
  }
  return text;
}

/** With the values that the row tells; nothing where it tells none. The text itself is never repeated: it can be a user's. */
function labelsOf(query: TieredQuery, row: Row, { metric, labels }: Feed): Sample['labels'] | undefined {
  const values: Record<string, string> = {};
  for (const [label, given] of Object.entries(labels)) {
    const value = typeof given === 'string' ? given : cell(query, row, given.column, metric);
    if (value === null) {
      return undefined;
    }
    if (typeof given !== 'string' && !isAllowed(metric, label, value)) {
      throw new AnswerError(
        'other',
        `Column "${given.column}" of query ${query.id} holds no ${label} of ${metric.name}, so it makes no series. Mend its SQL in src/catalog.`
      );
    }
    values[label] = value;
  }
  return values;
}

function isAllowed({ labels }: Metric, label: string, value: string): boolean {
  const known = labels[label];
  return (
    known !== undefined && (isClosed(known) ? known.includes(value) : new RegExp(known.like ?? '(?!)').test(value))
  );
}

/** Two cells of one series would overwrite each other. */
function distinct(query: TieredQuery, samples: readonly Sample[]): Sample[] {
  const seen = new Map<string, Sample>();
  for (const sample of samples) {
    const key = JSON.stringify([sample.metric.name, Object.entries(sample.labels).sort()]);
    if (seen.has(key)) {
      throw new AnswerError(
        'other',
        `Query ${query.id} tells ${sample.metric.name} twice with the same labels. Mend its SQL in src/catalog.`
      );
    }
    seen.set(key, sample);
  }
  return [...seen.values()];
}

const FORMS: Partial<Record<ColumnType, RegExp>> = { integer: /^-?\d+$/, number: /^-?\d+(\.\d+)?(e[+-]?\d+)?$/ };

function exactNumber(text: string, query: TieredQuery, column: string): number {
  const type = query.columns[column] ?? 'number';
  const value = Number(text);
  if (
    FORMS[type]?.test(text) !== true ||
    !Number.isFinite(value) ||
    (type === 'integer' && !Number.isSafeInteger(value))
  ) {
    throw new AnswerError(
      'other',
      `Column "${column}" of query ${query.id} is not an exact ${type}, so it makes no series. Mend its SQL or its type in src/catalog.`
    );
  }
  return value;
}

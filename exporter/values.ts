import { type Metric } from '../src/catalog/kinds/metric';
import { type ColumnType } from '../src/catalog/kinds/query';
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
  return Object.entries(query.tier.feeds).flatMap(([column, { metric, labels }]) => {
    const text = row[column];
    if (text === undefined) {
      throw new AnswerError(
        'missing_column',
        `Query ${query.id} returned no column "${column}", which feeds ${metric.name}. Mend its SQL in src/catalog.`
      );
    }
    return text === null ? [] : [{ metric, labels, value: exactNumber(text, query, column) }];
  });
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

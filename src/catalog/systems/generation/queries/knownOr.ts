import { literal } from '../../../sql/literal';

/** The column where it holds one of the known values, else what such a row counts as: also where it is NULL. */
export const knownOr = (column: string, known: readonly string[], otherwise: string): string =>
  `CASE WHEN ${column} IN (${known.map(literal).join(', ')}) THEN ${column} ELSE ${literal(otherwise)} END`;

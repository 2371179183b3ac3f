import { type Parameters } from '../../../kinds/query';
import { type Settings } from '../../../settings/settings';
import { type Range } from '../../../sql/instant';
import { literal } from '../../../sql/literal';
import { rangeOf } from '../../../sql/range';

/** The days or weeks of a range, cut where they begin in the configured zone. */
interface Buckets {
  /** The range from the start of its first bucket: only the last one can be partial. */
  readonly range: Required<Range>;
  /** A SELECT of one row per bucket: key, name (the date of its first day) and partial (whether the range ends in it). */
  readonly list: string;
  /** The key of the bucket of an instant. */
  readonly keyOf: (instant: string) => string;
}

export function buckets(
  settings: Settings,
  unit: 'day' | 'week',
  parameters: Pick<Parameters, 'from' | 'to'>
): Buckets {
  const { from, to } = rangeOf(parameters);
  const zone = literal(settings.zones.buckets);
  // A key is a wall clock: steps between keys are whole days there, however long the day is.
  const keyOf = (instant: string) => `date_trunc('${unit}', ${instant} AT TIME ZONE ${zone})`;
  const instantOf = (key: string) => `${key} AT TIME ZONE ${zone}`;
  return {
    range: { from: `(${instantOf(keyOf(from))})`, to },
    list: `SELECT key, to_char(key, 'YYYY-MM-DD') AS name,
    CASE WHEN ${instantOf(`(key + interval '1 ${unit}')`)} > ${to} THEN 'partial' ELSE '' END AS partial
  FROM generate_series(${keyOf(from)}, ${to} AT TIME ZONE ${zone}, interval '1 ${unit}') AS key
  WHERE ${instantOf('key')} < ${to}`,
    keyOf,
  };
}

/** A share in percent with two decimals; NULL where there is no whole: idle is neither good nor bad. */
export const percentOf = (part: string, whole: string): string =>
  `CAST(round(${part} * 100.0 / nullif(${whole}, 0), 2) AS double precision)`;

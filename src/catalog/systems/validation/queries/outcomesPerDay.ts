import { type Parameters } from '../../../kinds/query';
import { type Settings } from '../../../settings/settings';
import { type Range } from '../../../sql/instant';
import { buckets, percentOf } from './buckets';

/** Things that end, each in one of several ways. */
interface Ending {
  /** A SELECT of them over a range, with columns outcome and ended_at; those that go on are `open`. */
  readonly select: (range: Required<Range>) => string;
  /** What one of them is called. */
  readonly name: string;
  /** The column that counts them all. */
  readonly all: string;
  /** The outcomes; the first one is success. */
  readonly outcomes: readonly [string, ...string[]];
}

/** How those that ended on each day of the range ended, the latest day first. A day without any has no rate. */
export function outcomesPerDay(
  settings: Settings,
  parameters: Pick<Parameters, 'from' | 'to' | 'limit'>,
  { select, name, all, outcomes }: Ending
): string {
  const { range, list, keyOf } = buckets(settings, 'day', parameters);
  const count = (outcome: string) => `CAST(count(*) FILTER (WHERE outcome = '${outcome}') AS integer) AS ${outcome}`;
  return `WITH bucket AS (
  ${list}
), ended AS (
  SELECT ${keyOf('ended_at')} AS key, outcome
  FROM (
${select(range)}
  ) AS ${name}
  WHERE outcome <> 'open'
)
SELECT name AS day, CAST(count(outcome) AS integer) AS ${all}, ${outcomes.map(count).join(', ')},
  ${percentOf(`count(*) FILTER (WHERE outcome = '${outcomes[0]}')`, 'count(outcome)')} AS success_rate, partial
FROM bucket LEFT JOIN ended USING (key)
GROUP BY key, name, partial
ORDER BY key DESC
LIMIT ${parameters.limit}`;
}

import { type Settings } from '../../../settings/settings';
import { identifier } from '../../../sql/identifier';
import { type Range } from '../../../sql/instant';
import { occurrenceRows } from '../occurrenceRows';
import { frameworkOf } from './frameworkOf';
import { rowsWithin } from './tableRange';

/** All generations that ended in a range as a table expression: at, framework, and whether it failed. */
export function attemptsWithin(settings: Settings, range: Range): string {
  const { analytics } = settings.generation;
  const framework = frameworkOf('framework');
  return `(
  SELECT at, ${framework} AS framework, true AS failed
  FROM ${rowsWithin(settings, occurrenceRows(settings), range, ['framework'])} AS failure
  UNION ALL
  SELECT at, ${framework}, false
  FROM ${rowsWithin(settings, analytics, range, ['framework'], [identifier(analytics.columns.success)])} AS success
) AS attempt`;
}

/** Successes, failures and the failure rate of `attemptsWithin`, as columns. */
export const OUTCOMES = {
  columns: { attempts: 'integer', successes: 'integer', failures: 'integer', failure_rate: 'percent' },
  select: `CAST(count(failed) AS integer) AS attempts, CAST(count(*) FILTER (WHERE NOT failed) AS integer) AS successes,
  CAST(count(*) FILTER (WHERE failed) AS integer) AS failures,
  CAST(round(count(*) FILTER (WHERE failed) * 100.0 / nullif(count(failed), 0), 2) AS double precision) AS failure_rate`,
} as const;

import { type ColumnType, type Parameters } from '../../../kinds/query';
import { type AnalyticsColumn, type Settings } from '../../../settings/settings';
import { identifier, tableName } from '../../../sql/identifier';
import { isWithin, readInstant, type InstantColumn, type Range } from '../../../sql/instant';
import { rangeOf } from '../../../sql/range';
import { failuresWithin } from './failuresWithin';
import { pseudonym } from './pseudonym';

/** Who is affected: whoever asked for the generation, or what it was for. */
export type Affected = 'user' | 'project';

export const IMPACT_COLUMNS = {
  failures: 'integer',
  repeated: 'text',
  most_in_a_row: 'integer',
  error_types: 'integer',
  successes: 'integer',
  outcome: 'text',
  failure_runs: 'integer',
  recovered_runs: 'integer',
  mean_recovery_seconds: 'number',
  longest_recovery_seconds: 'number',
  failing_since: 'instant',
  last_failure: 'instant',
} as const satisfies Readonly<Record<string, ColumnType>>;

/**
 * A SELECT of everybody (or every project) that failed in the range, by pseudonym: those that did not recover first, then by failures.
 *
 * A run of failures is what fails between two successes of the same user. The user recovers at the first success after a
 * failure; one at the very same instant counts as after it. Time to recovery is from the first failure of the run to that
 * success. Who never recovered had no success since the last run began, up to the end of the range. Repeated is a second
 * failure, whether or not there was a success between. Only the range is looked at: what was before it neither begins a run
 * nor ends one. Failures of nobody (NULL) are nobody's, and a row of the analytics with `success = false` is neither.
 */
export function impact(settings: Settings, affected: Affected, parameters: Parameters): string {
  const column = `${affected}_id` as const;
  const range = rangeOf(parameters);
  return `WITH failed AS (
  SELECT ${column} AS who, at, error_type
  FROM ${failuresWithin(settings, range, [column, 'error_type'])}
  WHERE ${column} IS NOT NULL
), happened AS (
  SELECT who, at, 0 AS success FROM failed
  UNION ALL
  SELECT who, at, 1 FROM ${successes(settings, column, range)} WHERE who IN (SELECT who FROM failed)
), counted AS (
  SELECT who, at, success,
    sum(success) OVER (PARTITION BY who ORDER BY at, success ROWS UNBOUNDED PRECEDING) - success AS run
  FROM happened
), run AS (
  SELECT who, run, count(*) FILTER (WHERE success = 0) AS failures, min(at) FILTER (WHERE success = 0) AS first_failure,
    max(at) FILTER (WHERE success = 0) AS last_failure, min(at) FILTER (WHERE success = 1) AS recovered_at
  FROM counted
  GROUP BY who, run
), affected AS (
  SELECT who, sum(failures) AS failures, max(failures) AS most_in_a_row, count(recovered_at) AS successes,
    count(*) FILTER (WHERE failures > 0) AS failure_runs,
    count(recovered_at) FILTER (WHERE failures > 0) AS recovered_runs,
    avg(extract(epoch FROM recovered_at - first_failure)) AS mean_recovery,
    max(extract(epoch FROM recovered_at - first_failure)) AS longest_recovery,
    max(first_failure) FILTER (WHERE recovered_at IS NULL) AS failing_since, max(last_failure) AS last_failure
  FROM run
  GROUP BY who
  HAVING sum(failures) > 0
  ORDER BY bool_and(recovered_at IS NOT NULL) FILTER (WHERE failures > 0), failures DESC, who
  LIMIT ${parameters.limit}
), type AS (
  SELECT who, count(DISTINCT error_type) AS error_types FROM failed GROUP BY who
)
SELECT ${pseudonym('who')} AS ${affected}_pseudonym, CAST(failures AS integer) AS failures,
  CASE WHEN failures > 1 THEN 'repeated' ELSE '' END AS repeated, CAST(most_in_a_row AS integer) AS most_in_a_row,
  CAST(error_types AS integer) AS error_types, CAST(successes AS integer) AS successes,
  CASE WHEN failing_since IS NULL THEN 'recovered' ELSE 'never recovered' END AS outcome,
  CAST(failure_runs AS integer) AS failure_runs, CAST(recovered_runs AS integer) AS recovered_runs,
  CAST(mean_recovery AS double precision) AS mean_recovery_seconds,
  CAST(longest_recovery AS double precision) AS longest_recovery_seconds, failing_since, last_failure
FROM affected JOIN type USING (who)
ORDER BY failing_since IS NULL, failures DESC, who`;
}

function successes(settings: Settings, column: 'user_id' | 'project_id', range: Range): string {
  const { analytics } = settings.generation;
  const name = (one: AnalyticsColumn) => identifier(analytics.columns[one]);
  const at: InstantColumn = {
    column: analytics.columns.created_at,
    type: analytics.timestamps,
    zone: settings.zones.timestamps,
  };
  return `(
    SELECT CAST(${name(column)} AS text) AS who, ${readInstant(at)} AS at
    FROM ${tableName(analytics.table)}
    WHERE ${isWithin(at, range)} AND ${name('success')}
  ) AS succeeded`;
}

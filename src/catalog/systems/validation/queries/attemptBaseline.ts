import { type Query } from '../../../kinds/query';
import { decision } from '../../../kinds/source';
import { type Settings } from '../../../settings/settings';
import { identifier, tableName } from '../../../sql/identifier';
import { readInstant } from '../../../sql/instant';
import { trafficMetrics } from '../trafficMetrics';
import { createdAt } from './createdAt';
import { eventsWithin } from './eventsWithin';
import { rangeOf } from '../../../sql/range';

/** A week. */
export const BASELINE_HOURS = 168;

/**
 * The attempts of the last hour of the range beside those of a mean hour before it: always exactly one row.
 *
 * - The baseline is the mean of the 168 full hours that end where the last hour begins. Hours without an attempt count as
 *   0, hours from before the table's first message do not count: there are only as many as `history` has.
 * - `history` is how many seconds lie between the first message and the last hour, at most 168 hours of them.
 * - Before the first full hour there is no baseline.
 */
export function attemptBaseline(settings: Settings): Query {
  const { attemptsBaseline, baselineHistory } = trafficMetrics;
  return {
    id: 'validation.attempt_baseline',
    title: 'Attempts of the last hour beside those of a mean hour of the week before',
    columns: { attempts_last_hour: 'integer', baseline: 'number', history: 'integer' },
    sql: (parameters) => {
      const { to } = rangeOf(parameters);
      const lastHour = `${to} - interval '1 hour'`;
      const full = `interval '${BASELINE_HOURS} hours'`;
      // Seconds, because an hour of a wall clock can be shown twice.
      const age = `floor(extract(epoch FROM ${lastHour} - (${firstMessageAt(settings)})))`;
      return `WITH past AS (
  SELECT CAST(least(${BASELINE_HOURS * 3600}, greatest(0, ${age})) AS integer) AS history
)
SELECT CAST(count(*) FILTER (WHERE at >= ${lastHour}) AS integer) AS attempts_last_hour,
  CAST(round(
    CAST(count(*) FILTER (WHERE at < ${lastHour} AND at >= ${lastHour} - history / 3600 * interval '1 hour') AS numeric)
    / nullif(history / 3600, 0),
    4
  ) AS double precision) AS baseline,
  history
FROM past LEFT JOIN ${eventsWithin(settings, { from: `${lastHour} - ${full}`, to }, ['attempt'])} ON true
GROUP BY history`;
    },
    tier: {
      window: '169h',
      every: '10m',
      feeds: {
        baseline: { metric: attemptsBaseline, labels: {} },
        history: { metric: baselineHistory, labels: {} },
      },
    },
    source: decision('9', 'empty hours as 0'),
  };
}

/** When the table begins, as a SELECT of one instant: in this form the index on the time answers at once. */
export function firstMessageAt(settings: Settings): string {
  const at = createdAt(settings);
  const column = identifier(at.column);
  return `SELECT ${readInstant(at)}
    FROM ${tableName(settings.validation.messages.table)}
    WHERE ${column} IS NOT NULL
    ORDER BY ${column}
    LIMIT 1`;
}

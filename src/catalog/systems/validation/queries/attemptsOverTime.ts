import { type Query } from '../../../kinds/query';
import { decision } from '../../../kinds/source';
import { type Settings } from '../../../settings/settings';
import { eventsWithin } from './eventsWithin';
import { rangeOf } from './range';
import { andChosenScene } from './sceneFilter';

/**
 * Repair attempts of the chosen scenes per whole bucket of the range, by time, empty buckets as 0. Buckets are counted
 * from 1970 on, so one of an hour is a clock hour of UTC; the one that is not over yet is left out.
 */
export const attemptsOverTime = (settings: Settings): Query => ({
  id: 'validation.attempts_over_time',
  title: 'Repair attempts over time',
  columns: { bucket_start: 'instant', attempts: 'integer' },
  sql: (parameters) => {
    const { from, to } = rangeOf(parameters);
    const step = `CAST(${parameters.step ?? "'1 hour'"} AS interval)`;
    const seconds = `extract(epoch FROM ${step})`;
    const startOf = (instant: string) =>
      `to_timestamp(floor(extract(epoch FROM ${instant}) / ${seconds}) * ${seconds})`;
    return `WITH bucket AS (
  SELECT start FROM generate_series(${startOf(from)}, ${to} - ${step}, ${step}) AS start
), attempt AS (
  SELECT ${startOf('at')} AS start, count(*) AS attempts
  FROM ${eventsWithin(settings, { from: startOf(from), to }, ['attempt'])}
  WHERE true${andChosenScene('scene', parameters)}
  GROUP BY 1
)
SELECT start AS bucket_start, CAST(coalesce(attempts, 0) AS integer) AS attempts
FROM bucket LEFT JOIN attempt USING (start)
ORDER BY start`;
  },
  source: decision('10', 'missing buckets are 0'),
});

import { type Query } from '../../../kinds/query';
import { decision } from '../../../kinds/source';
import { type Settings } from '../../../settings/settings';
import { eventsWithin } from './eventsWithin';
import { steps } from '../../../sql/steps';
import { andChosenScene } from './sceneFilter';

/**
 * Repair attempts of the chosen scenes per whole bucket of the range, by time, empty buckets as 0. The one
 * that is not over yet is left out.
 */
export const attemptsOverTime = (settings: Settings): Query => ({
  id: 'validation.attempts_over_time',
  title: 'Repair attempts over time',
  columns: { bucket_start: 'instant', attempts: 'integer' },
  sql: (parameters) => {
    const { step, startOf, range } = steps(parameters);
    return `WITH bucket AS (
  SELECT start FROM generate_series(${range.from}, ${range.to} - ${step}, ${step}) AS start
), attempt AS (
  SELECT ${startOf('at')} AS start, count(*) AS attempts
  FROM ${eventsWithin(settings, range, ['attempt'])}
  WHERE true${andChosenScene('scene', parameters)}
  GROUP BY 1
)
SELECT start AS bucket_start, CAST(coalesce(attempts, 0) AS integer) AS attempts
FROM bucket LEFT JOIN attempt USING (start)
ORDER BY start`;
  },
  source: decision('10', 'missing buckets are 0'),
});

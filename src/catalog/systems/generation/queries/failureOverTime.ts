import { type Query } from '../../../kinds/query';
import { decision } from '../../../kinds/source';
import { type Settings } from '../../../settings/settings';
import { steps } from '../../../sql/steps';
import { andChosenSubject } from './chosenSubject';
import { failuresWithin } from './failuresWithin';

/** Failures per bucket of the range, of one fingerprint where it is chosen: empty buckets are 0, the last one can be partial. */
export const failureOverTime = (settings: Settings): Query => ({
  id: 'generation.failure_over_time',
  title: 'Failures over time',
  columns: { bucket_start: 'instant', occurrences: 'integer', partial: 'text' },
  sql: (parameters) => {
    const { step, startOf, range } = steps(parameters);
    return `WITH bucket AS (
  SELECT start FROM generate_series(${range.from}, ${range.to}, ${step}) AS start WHERE start < ${range.to}
), failed AS (
  SELECT ${startOf('at')} AS start, count(*) AS occurrences
  FROM ${failuresWithin(settings, range, ['fingerprint'])}
  WHERE true${andChosenSubject('fingerprint', parameters)}
  GROUP BY 1
)
SELECT start AS bucket_start, CAST(coalesce(occurrences, 0) AS integer) AS occurrences,
  CASE WHEN start + ${step} > ${range.to} THEN 'partial' ELSE '' END AS partial
FROM bucket LEFT JOIN failed USING (start)
ORDER BY start`;
  },
  source: decision('10', 'missing buckets are 0, partial ones are marked'),
});

import { type Query } from '../../../kinds/query';
import { decision } from '../../../kinds/source';
import { type Settings } from '../../../settings/settings';
import { steps } from '../../../sql/steps';
import { attemptsWithin, OUTCOMES } from './attemptsWithin';

/** Generations per whole bucket of the range, by time; an empty bucket has no rate. The one that is not over is left out. */
export const outcomesOverTime = (settings: Settings): Query => ({
  id: 'generation.outcomes_over_time',
  title: 'Successes and failures over time',
  columns: { start: 'instant', ...OUTCOMES.columns },
  sql: (parameters) => {
    const { step, startOf, range } = steps(parameters);
    return `WITH bucket AS (
  SELECT start FROM generate_series(${range.from}, ${range.to} - ${step}, ${step}) AS start
), ended AS (
  SELECT ${startOf('at')} AS start, failed
  FROM ${attemptsWithin(settings, range)}
)
SELECT start, ${OUTCOMES.select}
FROM bucket LEFT JOIN ended USING (start)
GROUP BY start
ORDER BY start`;
  },
  source: decision('21', 'Rate = occurrences / (occurrences + successes)'),
});

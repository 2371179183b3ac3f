import { type Query } from '../../../kinds/query';
import { quote } from '../../../kinds/source';
import { type Settings } from '../../../settings/settings';
import { identifier } from '../../../sql/identifier';
import { rangeOf } from '../../../sql/range';
import { phaseRanks, PHASES } from './phaseDurations';
import { rowsWithin } from './tableRange';

/** The phases of the successful generations of the range, the most frequent first, all beyond the tenth together as "other". */
export const phases = (settings: Settings): Query => {
  const { analytics } = settings.generation;
  const isSuccess = identifier(analytics.columns.success);
  return {
    id: 'generation.phases',
    title: 'What the phases of a generation take',
    columns: { phase: 'text', runs: 'integer', median_seconds: 'number', p95_seconds: 'number' },
    sql: (parameters) => `WITH success AS (
  SELECT ${PHASES} AS phases
  FROM (
    SELECT CAST(metadata AS jsonb) AS metadata
    FROM ${rowsWithin(settings, analytics, rangeOf(parameters), ['metadata'], [isSuccess])} AS stored
  ) AS stored
), ${phaseRanks('success')}
SELECT name AS phase, CAST(runs AS integer) AS runs, q5 AS median_seconds, q95 AS p95_seconds
FROM phase_rank
ORDER BY rank`,
    source: quote('generation', 'generation_analytics', 'JSON with fileCount, duration, phases'),
  };
};

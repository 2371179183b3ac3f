import { type Query } from '../../../kinds/query';
import { own } from '../../../kinds/source';
import { type Settings } from '../../../settings/settings';
import { rangeOf } from '../../../sql/range';
import { generationMetrics } from '../metrics';
import { failureCounts, failureGroups, failureSum } from './failureCounts';
import { oneRow } from './oneRow';
import { phaseQuantiles, phaseRanks, PHASES } from './phaseDurations';
import { successCounts, successQuantiles, successRows } from './successCounts';
import { errorRanks, newErrors, topErrors } from './topErrors';

/**
 * What failed and what succeeded in the last seven days, which errors were the most frequent, what is new, and how long all of
 * it took: each table is read once. The range is a day longer, so that what is new can be told from what is back.
 */
export const lastWeek = (settings: Settings): Query => {
  const within = ({ from, to }: { readonly from: string; readonly to: string }) => {
    const range = rangeOf({ from, to });
    const ago = (length: string) => `${range.to} - interval '${length}'`;
    const [day, week] = [ago('24 hours'), ago('168 hours')];
    return { range, day, week, sameHours: `at >= ${ago('174 hours')} AND at < ${week}` };
  };
  return oneRow({
    id: 'generation.last_week',
    title: 'Failures, successes, errors and durations of the last seven days, in one reading',
    tables: (parameters) => {
      const { range, day, week, sameHours } = within(parameters);
      return [
        failureGroups(settings, range, { failures: `at >= ${week}`, same_hours: sameHours }),
        successRows(settings, range, [`CASE WHEN at >= ${day} THEN ${PHASES} END AS phases`], `at >= ${day}`),
        errorRanks(),
        phaseRanks('success'),
        `same_hours AS (
  SELECT ${failureSum('same_hours')} + (SELECT count(*) FROM success WHERE ${sameHours}) AS generations FROM failure
)`,
      ];
    },
    parts: (parameters) => {
      const { day, week } = within(parameters);
      const ofWeek = `at >= ${week}`;
      return [
        { from: 'failure', cells: failureCounts('7d') },
        {
          from: 'success',
          cells: {
            ...successCounts('7d', ofWeek),
            ...successQuantiles('24h', `at >= ${day}`),
            ...successQuantiles('7d', ofWeek),
          },
        },
        { from: 'error', cells: { ...topErrors(), ...newErrors(day) } },
        { from: 'phase_rank', cells: phaseQuantiles() },
        {
          from: 'same_hours',
          cells: {
            same_6h_last_week: {
              sql: 'min(generations)',
              type: 'integer',
              feed: { metric: generationMetrics.finished, labels: { hours: 'same_6h_last_week' } },
            },
          },
        },
      ];
    },
    tier: { window: '8d', every: '10m' },
    source: own('one reading of each table costs a fraction of one for each number'),
  });
};

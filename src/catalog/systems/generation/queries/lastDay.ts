import { type Query } from '../../../kinds/query';
import { own } from '../../../kinds/source';
import { type Settings } from '../../../settings/settings';
import { identifier } from '../../../sql/identifier';
import { rangeOf } from '../../../sql/range';
import { generationMetrics } from '../metrics';
import { failureCounts, failureGroups, failureSum } from './failureCounts';
import { frameworkOf } from './frameworkOf';
import { oneRow } from './oneRow';
import { successCounts } from './successCounts';
import { rowsWithin } from './tableRange';

const WINDOW = '24h';

/** What failed and what succeeded in the last day, and whether anything did in its last six hours: each table is read once. */
export const lastDay = (settings: Settings): Query => {
  const { analytics } = settings.generation;
  const isSuccess = identifier(analytics.columns.success);
  return oneRow({
    id: 'generation.last_day',
    title: 'Failures and successes of the last day, in one reading',
    tables: (parameters) => {
      const range = rangeOf(parameters);
      const recent = `at >= ${range.to} - interval '6 hours'`;
      return [
        failureGroups(settings, range, { failures: 'true', recent }),
        `success AS MATERIALIZED (
  SELECT ${frameworkOf('framework')} AS framework, ${recent} AS is_recent
  FROM ${rowsWithin(settings, analytics, range, ['framework'], [isSuccess])} AS stored
)`,
        `recent AS (
  SELECT ${failureSum('recent')} + (SELECT count(*) FROM success WHERE is_recent) AS generations FROM failure
)`,
      ];
    },
    parts: () => [
      { from: 'failure', cells: failureCounts(WINDOW) },
      { from: 'success', cells: successCounts(WINDOW) },
      {
        from: 'recent',
        cells: {
          last_6h: {
            sql: 'min(generations)',
            type: 'integer',
            feed: { metric: generationMetrics.finished, labels: { hours: 'last_6h' } },
          },
        },
      },
    ],
    tier: { window: WINDOW, every: '1m' },
    source: own('one reading of each table costs a fraction of one for each number'),
  });
};

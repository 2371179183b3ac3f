import { type Query } from '../../../kinds/query';
import { own } from '../../../kinds/source';
import { type Settings } from '../../../settings/settings';
import { rangeOf } from '../../../sql/range';
import { CHANNEL } from '../channel';
import { failureCounts, failureGroups } from './failureCounts';
import { oneRow } from './oneRow';
import { successCounts, successQuantiles, successRows } from './successCounts';

const WINDOW = '1h';

/** What failed and what succeeded in the last hour, and how long it took: each table is read once. */
export const lastHour = (settings: Settings): Query =>
  oneRow({
    id: 'generation.last_hour',
    title: 'Failures and successes of the last hour, in one reading',
    tables: (parameters) => [
      failureGroups(settings, rangeOf(parameters), { failures: 'true' }),
      successRows(settings, rangeOf(parameters)),
    ],
    parts: () => [
      { from: 'failure', cells: failureCounts(WINDOW) },
      { from: 'success', cells: { ...successCounts(WINDOW), ...successQuantiles(WINDOW) } },
    ],
    tier: { window: WINDOW, every: '15s', refreshOn: CHANNEL },
    source: own('one reading of each table costs a fraction of one for each number'),
  });

import { type Query } from '../../../kinds/query';
import { decision } from '../../../kinds/source';
import { type Threshold } from '../../../kinds/threshold';
import { type Settings } from '../../../settings/settings';
import { outcomesPerDay } from './outcomesPerDay';
import { repairChains } from './repairChains';

/** How the chains that ended on each day of the range ended, the latest day first. A day without any has no rate. */
export function successPerDay(settings: Settings, attemptLimit: Threshold): Query {
  return {
    id: 'validation.success_per_day',
    title: 'Success rate per day',
    columns: {
      day: 'text',
      finished: 'integer',
      fixed: 'integer',
      gave_up: 'integer',
      abandoned: 'integer',
      success_rate: 'percent',
      partial: 'text',
    },
    sql: (parameters) =>
      outcomesPerDay(settings, parameters, {
        select: (range) => repairChains(settings, range, attemptLimit),
        name: 'repair_chain',
        all: 'finished',
        outcomes: ['fixed', 'gave_up', 'abandoned'],
      }),
    source: decision('10', 'missing buckets are 0, partial ones are marked'),
  };
}

import { type Query } from '../../../kinds/query';
import { decision } from '../../../kinds/source';
import { type Settings } from '../../../settings/settings';
import { outcomesPerDay } from './outcomesPerDay';
import { requests } from './requests';

/**
 * What became of the requests that ended on each day of the range, the latest first; those still open are on no day. As in
 * the alert, a scene belongs to one request, so no day passes 100 %.
 */
export function generationSuccess(settings: Settings): Query {
  return {
    id: 'validation.generation_success',
    title: 'Generation success per day',
    columns: {
      day: 'text',
      requests: 'integer',
      completed: 'integer',
      replaced: 'integer',
      unanswered: 'integer',
      success_rate: 'percent',
      partial: 'text',
    },
    sql: (parameters) =>
      outcomesPerDay(settings, parameters, {
        select: (range) => requests(settings, range),
        name: 'request',
        all: 'requests',
        outcomes: ['completed', 'replaced', 'unanswered'],
      }),
    source: decision('6', "'Create' is missed, 'padding' counts as 'add'"),
  };
}

import { type Query } from '../../../kinds/query';
import { decision } from '../../../kinds/source';
import { type Settings } from '../../../settings/settings';
import { trafficMetrics } from '../trafficMetrics';
import { eventsWithin, REPAIR_EVENTS } from './eventsWithin';
import { messagesWithin } from './messagesWithin';
import { rangeOf } from './range';

const WINDOW = '6h';

/** All messages of a range, and those that are an event of a repair: always exactly one row, of zeros when there is nothing. */
export function traffic(settings: Settings): Query {
  return {
    id: 'validation.traffic',
    title: 'Messages, and events of repairs among them',
    columns: { messages: 'integer', events: 'integer' },
    sql: (parameters) => `SELECT
  (SELECT CAST(count(*) AS integer) FROM ${messagesWithin(settings, rangeOf(parameters))}) AS messages,
  (SELECT CAST(count(*) AS integer) FROM ${eventsWithin(settings, rangeOf(parameters), REPAIR_EVENTS)}) AS events`,
    tier: {
      window: WINDOW,
      every: '1m',
      additive: true,
      feeds: {
        messages: { metric: trafficMetrics.messages, labels: { kind: 'any', window: WINDOW } },
        events: { metric: trafficMetrics.messages, labels: { kind: 'event', window: WINDOW } },
      },
    },
    source: decision('8', 'traffic but no events at all'),
  };
}

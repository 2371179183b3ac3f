import { type Query } from '../../../kinds/query';
import { decision } from '../../../kinds/source';
import { type Settings } from '../../../settings/settings';
import { tableName } from '../../../sql/identifier';
import { computedOnce, isWithin } from '../../../sql/instant';
import { trafficMetrics } from '../trafficMetrics';
import { createdAt } from './createdAt';
import { eventsWithin, REPAIR_EVENTS } from './eventsWithin';
import { rangeOf } from './range';

const WINDOW = '6h';

/** All messages of a range, and those that are an event of a repair: always exactly one row, of zeros when there is nothing. */
export const traffic = (settings: Settings): Query => ({
  id: 'validation.traffic',
  title: 'Messages, and events of repairs among them',
  columns: { messages: 'integer', events: 'integer' },
  sql: (parameters) => {
    const range = rangeOf(parameters);
    const { table } = settings.validation.messages;
    return `SELECT CAST((
  SELECT count(*)
  FROM ${tableName(table)}
  WHERE ${isWithin(createdAt(settings), range, computedOnce)}
) AS integer) AS messages, CAST(count(*) AS integer) AS events
FROM ${eventsWithin(settings, range, REPAIR_EVENTS)}`;
  },
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
});

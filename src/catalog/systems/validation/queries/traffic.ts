import { type Duration } from '../../../exact/duration';
import { type Feed, type Parameters, type Query } from '../../../kinds/query';
import { decision } from '../../../kinds/source';
import { type Settings } from '../../../settings/settings';
import { tableName } from '../../../sql/identifier';
import { computedOnce, isWithin } from '../../../sql/instant';
import { trafficMetrics } from '../trafficMetrics';
import { createdAt } from './createdAt';
import { eventsWithin, REPAIR_EVENTS } from './eventsWithin';
import { rangeOf } from '../../../sql/range';

export const TRAFFIC_WINDOW = '6h' satisfies Duration;

/** What its columns are over that window. */
export const TRAFFIC_FEEDS: Readonly<Record<string, Feed>> = {
  messages: { metric: trafficMetrics.messages, labels: { kind: 'any', window: TRAFFIC_WINDOW } },
  events: { metric: trafficMetrics.messages, labels: { kind: 'event', window: TRAFFIC_WINDOW } },
};

/** All messages of a range, and those that are an event of a repair: always exactly one row, of zeros when there is nothing. */
export const traffic = (settings: Settings): Query => ({
  id: 'validation.traffic',
  title: 'Messages, and events of repairs among them',
  columns: { messages: 'integer', events: 'integer' },
  sql: (parameters) => trafficCounts(settings, parameters),
  source: decision('8', 'traffic but no events at all'),
});

/** Its statement, out of events that were read already or of its own. The messages are counted in the index on their time. */
export function trafficCounts(
  settings: Settings,
  parameters: Pick<Parameters, 'from' | 'to'>,
  events = eventsWithin(settings, rangeOf(parameters), REPAIR_EVENTS)
): string {
  return `SELECT CAST((
  SELECT count(*)
  FROM ${tableName(settings.validation.messages.table)}
  WHERE ${isWithin(createdAt(settings), rangeOf(parameters), computedOnce)}
) AS integer) AS messages, CAST(count(*) AS integer) AS events
FROM ${events}`;
}

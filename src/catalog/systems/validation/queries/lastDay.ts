import { type Feed, type Query } from '../../../kinds/query';
import { own } from '../../../kinds/source';
import { type Threshold } from '../../../kinds/threshold';
import { type Settings } from '../../../settings/settings';
import { CHAIN_FEEDS, chainCounts } from './chainSummary';
import { rangeOf, windowBefore } from '../../../sql/range';
import { readOnce } from './readOnce';
import { chainRange } from './repairChains';
import { eventCounts, eventFeeds } from './repairEvents';
import { requestRange } from './requests';
import { REQUEST_FEEDS, requestCounts } from './requestSummary';
import { TRAFFIC_FEEDS, TRAFFIC_WINDOW, trafficCounts } from './traffic';

/** Each question's columns, after the name under which they stand in the row. */
const PARTS = {
  chains: CHAIN_FEEDS,
  requests: REQUEST_FEEDS,
  repairs: eventFeeds('24h'),
  traffic: TRAFFIC_FEEDS,
} as const;

/** A question that the row answers. */
export type DayPart = keyof typeof PARTS;

/** The column of the row in which a question's column stands: `chains_fixed`. */
export const columnOfPart = (part: DayPart, column: string): string => `${part}_${column}`;

/**
 * What the exporter asks of the same day every minute, as one statement that reads the day once: chains, requests, events of
 * repairs, and the traffic of its last hours. Always exactly one row.
 */
export function lastDay(settings: Settings, attemptLimit: Threshold): Query {
  return {
    id: 'validation.last_day',
    title: 'Chains, requests, events and traffic of the last day, in one reading',
    columns: Object.fromEntries(columns().map(({ name }) => [name, 'integer' as const])),
    sql: (parameters) => {
      const range = rangeOf(parameters);
      const ofChains = chainRange(settings, parameters, attemptLimit);
      const ofRequests = requestRange(settings, parameters);
      const ofTraffic = windowBefore(TRAFFIC_WINDOW, parameters);
      const whole = { from: `least(${ofChains.from}, ${ofTraffic.from})`, to: range.to };
      const { tables, events } = readOnce(settings, whole, ['repair', 'generation', 'user', 'unknown']);
      const statements: Readonly<Record<DayPart, string>> = {
        chains: chainCounts(settings, parameters, attemptLimit, {
          repairs: events(ofChains, 'repair'),
          users: events(ofChains, 'user'),
        }),
        requests: requestCounts(settings, parameters, events(ofRequests, 'generation')),
        repairs: eventCounts(events(range, 'repair', 'unknown')),
        traffic: trafficCounts(settings, ofTraffic, events(rangeOf(ofTraffic), 'repair')),
      };
      return `WITH ${tables}
SELECT ${columns()
        .map(({ part, column, name }) => `${part}.${column} AS ${name}`)
        .join(',\n  ')}
FROM ${Object.entries(statements)
        .map(([part, statement]) => `(\n${statement}\n) AS ${part}`)
        .join(' CROSS JOIN ')}`;
    },
    tier: {
      window: '24h',
      every: '1m',
      feeds: Object.fromEntries(columns().map(({ name, feed }): [string, Feed] => [name, feed])),
    },
    source: own('one reading of a day costs a fraction of four'),
  };
}

const columns = () =>
  (Object.keys(PARTS) as DayPart[]).flatMap((part) =>
    Object.entries(PARTS[part]).map(([column, feed]) => ({ part, column, feed, name: columnOfPart(part, column) }))
  );

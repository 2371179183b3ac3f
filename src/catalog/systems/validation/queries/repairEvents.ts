import { type Feed, type Query } from '../../../kinds/query';
import { decision } from '../../../kinds/source';
import { type Settings } from '../../../settings/settings';
import { validationMetrics } from '../metrics';
import { rangeOf } from '../../../sql/range';
import { readOnce } from './readOnce';

const { events, unknownAttempts } = validationMetrics;

/** What its columns are over a window. */
export const eventFeeds = (window: '1h' | '24h'): Readonly<Record<string, Feed>> => ({
  attempts: { metric: events, labels: { event: 'attempt', window } },
  successes: { metric: events, labels: { event: 'success', window } },
  trips: { metric: events, labels: { event: 'trip', window } },
  unknown_attempts: { metric: unknownAttempts, labels: { window } },
});

/**
 * The events of repairs in a range, one message being one event, and the attempts whose error no pattern knows: always
 * exactly one row, of zeros when there is nothing.
 */
export const repairEvents = (settings: Settings): Query => ({
  id: 'validation.repair_events_1h',
  title: 'Events of repairs, every 15s',
  columns: { attempts: 'integer', successes: 'integer', trips: 'integer', unknown_attempts: 'integer' },
  sql: (parameters) => {
    const range = rangeOf(parameters);
    const reading = readOnce(settings, range, ['repair', 'unknown']);
    return `WITH ${reading.tables}
${eventCounts(reading.events(range, 'repair', 'unknown'))}`;
  },
  tier: { window: '1h', every: '15s', additive: true, feeds: eventFeeds('1h') },
  source: decision('7', "Assistant events count only with role = 'assistant'"),
});

/** Its statement over events that were read already. */
export function eventCounts(read: string): string {
  const count = (kind: string) => `CAST(count(*) FILTER (WHERE kind = '${kind}') AS integer)`;
  return `SELECT ${count('attempt')} AS attempts,
  ${count('success')} AS successes,
  ${count('trip')} AS trips,
  ${count('unknown_attempt')} AS unknown_attempts
FROM ${read}`;
}

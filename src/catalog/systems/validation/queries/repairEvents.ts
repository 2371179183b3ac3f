import { type Duration } from '../../../exact/duration';
import { type Query } from '../../../kinds/query';
import { decision } from '../../../kinds/source';
import { type Settings } from '../../../settings/settings';
import { validationMetrics } from '../metrics';
import { eventsReadOnce } from './eventsReadOnce';
import { REPAIR_EVENTS } from './eventsWithin';
import { rangeOf } from './range';

const { events, unknownAttempts } = validationMetrics;

/** How often each window is counted: the short one pages, the long one is for the light. */
const EVERY = { '1h': '15s', '24h': '1m' } as const satisfies Record<string, Duration>;

/**
 * The events of repairs in a range, one message being one event, and the attempts whose error no pattern knows: always
 * exactly one row, of zeros when there is nothing.
 */
export function repairEvents(settings: Settings, window: keyof typeof EVERY): Query {
  return {
    id: `validation.repair_events_${window}`,
    title: `Events of repairs, every ${EVERY[window]}`,
    columns: { attempts: 'integer', successes: 'integer', trips: 'integer', unknown_attempts: 'integer' },
    sql: (parameters) => {
      const count = (kind: string) => `CAST(count(*) FILTER (WHERE kind = '${kind}') AS integer)`;
      return `SELECT ${count('attempt')} AS attempts,
  ${count('success')} AS successes,
  ${count('trip')} AS trips,
  ${count('unknown_attempt')} AS unknown_attempts
FROM ${eventsReadOnce(settings, rangeOf(parameters), [...REPAIR_EVENTS, 'unknown_attempt'])}`;
    },
    tier: {
      window,
      every: EVERY[window],
      additive: true,
      feeds: {
        attempts: { metric: events, labels: { event: 'attempt', window } },
        successes: { metric: events, labels: { event: 'success', window } },
        trips: { metric: events, labels: { event: 'trip', window } },
        unknown_attempts: { metric: unknownAttempts, labels: { window } },
      },
    },
    source: decision('7', "Assistant events count only with role = 'assistant'"),
  };
}

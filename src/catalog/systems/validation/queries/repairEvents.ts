import { type Duration } from '../../../exact/duration';
import { type Query } from '../../../kinds/query';
import { decision } from '../../../kinds/source';
import { type Settings } from '../../../settings/settings';
import { validationMetrics } from '../metrics';
import { eventsWithin, REPAIR_EVENTS } from './eventsWithin';
import { rangeOf } from './range';

const { events, unknownAttempts } = validationMetrics;

const WINDOW: Duration = '1h';

/**
 * The events of repairs in a range, one message being one event, and the attempts whose error no pattern knows: always
 * exactly one row, of zeros when there is nothing. Those of a day are counted by `chainSummary`.
 */
export function repairEvents(settings: Settings): Query {
  return {
    id: `validation.repair_events_${WINDOW}`,
    title: 'Events of repairs',
    columns: { attempts: 'integer', successes: 'integer', trips: 'integer', unknown_attempts: 'integer' },
    sql: (parameters) => {
      const count = (kind: string) => `CAST(count(*) FILTER (WHERE kind = '${kind}') AS integer)`;
      return `SELECT ${count('attempt')} AS attempts,
  ${count('success')} AS successes,
  ${count('trip')} AS trips,
  ${count('unknown_attempt')} AS unknown_attempts
FROM ${eventsWithin(settings, rangeOf(parameters), [...REPAIR_EVENTS, 'unknown_attempt'])}`;
    },
    tier: {
      window: WINDOW,
      every: '15s',
      additive: true,
      feeds: {
        attempts: { metric: events, labels: { event: 'attempt', window: WINDOW } },
        successes: { metric: events, labels: { event: 'success', window: WINDOW } },
        trips: { metric: events, labels: { event: 'trip', window: WINDOW } },
        unknown_attempts: { metric: unknownAttempts, labels: { window: WINDOW } },
      },
    },
    source: decision('7', "Assistant events count only with role = 'assistant'"),
  };
}

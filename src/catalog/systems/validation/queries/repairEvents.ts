import { type Duration } from '../../../exact/duration';
import { type Query } from '../../../kinds/query';
import { decision } from '../../../kinds/source';
import { type Settings } from '../../../settings/settings';
import { matchesAny, mayMatchAny } from '../../../sql/pattern';
import { validationMetrics } from '../metrics';
import { eventKind, messagesWithin } from './messagesWithin';
import { rangeOf } from './range';

const { events, unknownAttempts } = validationMetrics;

/** How often each window is counted: the short one pages, the long one is for the light. */
const EVERY = { '1h': '15s', '24h': '1m' } as const satisfies Record<string, Duration>;

/**
 * The events of repairs in a range, one message being one event, and the attempts whose error no pattern knows: always
 * exactly one row, of zeros when there is nothing.
 */
export function repairEvents(settings: Settings, window: keyof typeof EVERY): Query {
  const { phrases, patterns } = settings.validation;
  const anyEvent = mayMatchAny('content', [...phrases.attempt, ...phrases.trip, ...phrases.success]);
  const known = matchesAny(
    'content',
    patterns.map(({ pattern }) => pattern)
  );
  return {
    id: `validation.repair_events_${window}`,
    title: `Events of repairs, every ${EVERY[window]}`,
    columns: { attempts: 'integer', successes: 'integer', trips: 'integer', unknown_attempts: 'integer' },
    sql: (parameters) => {
      const count = (condition: string) => `CAST(count(*) FILTER (WHERE ${condition}) AS integer)`;
      return `SELECT ${count("kind = 'attempt'")} AS attempts,
  ${count("kind = 'success'")} AS successes,
  ${count("kind = 'trip'")} AS trips,
  ${count(`kind = 'attempt' AND NOT (${known})`)} AS unknown_attempts
FROM (
  SELECT content, ${eventKind(settings)} AS kind
  FROM ${messagesWithin(settings, rangeOf(parameters))}
  WHERE role = 'assistant' AND ${anyEvent}
  OFFSET 0
) AS event`;
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

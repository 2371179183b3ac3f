import { type Query } from '../../../kinds/query';
import { decision } from '../../../kinds/source';
import { type Settings } from '../../../settings/settings';
import { eventsWithin, REPAIR_EVENTS } from './eventsWithin';
import { rangeOf } from '../../../sql/range';

/** Repair events of the hour before the end of the range, with their zeros. Each message is one event at most. */
export const healthNow = (settings: Settings): Query => ({
  id: 'validation.health_now',
  title: 'Health of the last hour',
  columns: { metric: 'text', value: 'integer' },
  sql: (parameters) => {
    const { to } = rangeOf(parameters);
    return `WITH named (position, kind, metric) AS (
  VALUES (1, 'attempt', 'Repair attempts'), (2, 'success', 'Successful repairs'), (3, 'trip', 'Circuit breaker trips')
)
SELECT metric, CAST(count(event.kind) AS integer) AS value
FROM named LEFT JOIN ${eventsWithin(settings, { from: `${to} - interval '1 hour'`, to }, REPAIR_EVENTS)} USING (kind)
GROUP BY position, metric
ORDER BY position`;
  },
  source: decision('4', 'A trip is either phrase'),
});

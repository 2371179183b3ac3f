import { type Query } from '../../../../kinds/query';
import { quote } from '../../../../kinds/source';
import { type Settings } from '../../../../settings/settings';
import { documentedMessages } from './documentedMessages';

/** 3.1.2: only "circuit breaker" is a trip, and an hour without one has no row. */
export const documentedTrips = (settings: Settings): Query => ({
  id: 'validation.trips_as_documented',
  title: 'Circuit breaker trips of the last hour, when there are any (as documented)',
  columns: { count: 'integer' },
  sql: () => `SELECT CAST(count(*) AS integer) AS count
FROM ${documentedMessages(settings, '1 hour')}
WHERE content LIKE '%circuit breaker%'
HAVING count(*) > 0`,
  source: quote('validation', '3.1.2', 'HAVING COUNT(*) > 0'),
  documented: { correctedBy: 'validation.health_now' },
});

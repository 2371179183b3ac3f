import { type Query } from '../../../../kinds/query';
import { quote } from '../../../../kinds/source';
import { type Settings } from '../../../../settings/settings';
import { documentedAnalytics, documentedErrors } from './documentedErrors';

/** `checkHealthMetrics`: what is de-duplicated counts once, in the hour of its first occurrence. */
export const documentedHealth = (settings: Settings): Query => ({
  id: 'generation.health_as_documented',
  title: 'Health of the last hour (as documented)',
  columns: { failure_rate: 'percent', total_attempts: 'integer', failures: 'integer', successes: 'integer' },
  sql: () => `SELECT CAST(round(failures * 100.0 / nullif(failures + successes, 0), 2) AS double precision) AS failure_rate,
  CAST(failures + successes AS integer) AS total_attempts, CAST(failures AS integer) AS failures,
  CAST(successes AS integer) AS successes
FROM (
  SELECT count(*) AS failures FROM ${documentedErrors(settings)} WHERE created_at >= now() - interval '1 hour'
) AS failed CROSS JOIN (
  SELECT count(*) AS successes FROM ${documentedAnalytics(settings)} WHERE success AND created_at >= now() - interval '1 hour'
) AS succeeded`,
  source: quote('generation', 'System Health Monitoring', 'Monitors failure rate over last hour'),
  documented: { correctedBy: 'generation.health' },
});

import { type Query } from '../../../../kinds/query';
import { quote } from '../../../../kinds/source';
import { type Settings } from '../../../../settings/settings';
import { documentedMessages } from './documentedMessages';

/** 3.2.2: the mean holds the last hour itself and leaves out hours without attempts; the first and last are partial. */
export const documentedAttemptRate = (settings: Settings): Query => ({
  id: 'validation.attempt_rate_as_documented',
  title: 'Attempts of the last hour, when they are twice those of a mean hour (as documented)',
  columns: { attempts_last_hour: 'integer' },
  sql: () => `SELECT CAST(count(*) AS integer) AS attempts_last_hour
FROM ${documentedMessages(settings, '1 hour')}
WHERE content LIKE 'Fixing%'
HAVING count(*) > (
  SELECT avg(hourly_attempts) * 2
  FROM (
    SELECT count(*) AS hourly_attempts
    FROM ${documentedMessages(settings, '7 days')}
    WHERE content LIKE 'Fixing%'
    GROUP BY date_trunc('hour', created_at)
  ) AS avg_calc
)`,
  source: quote('validation', '3.2.2', 'AVG(hourly_attempts) * 2'),
  documented: { correctedBy: 'validation.attempt_baseline' },
});

import { type Query } from '../../../kinds/query';
import { quote } from '../../../kinds/source';
import { type Settings } from '../../../settings/settings';
import { rangeOf } from '../../../sql/range';
import { attemptsWithin, OUTCOMES } from './attemptsWithin';

/** The four numbers of the documented health check, over the hour before the end of the range; without attempts no rate. */
export const health = (settings: Settings): Query => ({
  id: 'generation.health',
  title: 'Health of the last hour',
  columns: { failure_rate: 'percent', total_attempts: 'integer', failures: 'integer', successes: 'integer' },
  sql: (parameters) => {
    const { to } = rangeOf(parameters);
    return `SELECT failure_rate, attempts AS total_attempts, failures, successes
FROM (
  SELECT ${OUTCOMES.select}
  FROM ${attemptsWithin(settings, { from: `${to} - interval '1 hour'`, to })}
) AS hour`;
  },
  source: quote('generation', 'System Health Monitoring', 'failureRate: number'),
});

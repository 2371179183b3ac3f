import { type Query } from '../../../kinds/query';
import { decision } from '../../../kinds/source';
import { type Settings } from '../../../settings/settings';
import { tableName } from '../../../sql/identifier';
import { isWithin } from '../../../sql/instant';
import { rangeOf } from '../../../sql/range';
import { CHANNEL } from '../channel';
import { generationMetrics as metrics } from '../metrics';
import { STRIKE_ERRORS, strikeErrorsTable } from '../strikeErrors';

/** Errors inside the trigger that makes tests: always exactly one row. Apart from the rest, as the table comes with the trigger. */
export const triggerErrors = (settings: Settings): Query => ({
  id: 'generation.trigger_errors',
  title: 'Errors inside the trigger that makes tests',
  columns: { errors: 'integer' },
  sql: (parameters) => `SELECT CAST(count(*) AS integer) AS errors
FROM ${tableName(strikeErrorsTable(settings))}
WHERE ${isWithin({ column: STRIKE_ERRORS.time, type: 'timestamptz', zone: 'UTC' }, rangeOf(parameters))}`,
  tier: {
    window: '1h',
    every: '15s',
    refreshOn: CHANNEL,
    feeds: { errors: { metric: metrics.triggerErrors, labels: { window: '1h' } } },
  },
  source: decision('21a', 'what was skipped is queued and swept within a minute'),
});

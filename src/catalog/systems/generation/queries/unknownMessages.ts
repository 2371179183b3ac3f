import { own } from '../../../kinds/source';
import { READ_CHARACTERS, type UnknownMessages } from '../../../kinds/unknownMessages';
import { type FailuresColumn, type Settings } from '../../../settings/settings';
import { identifier, tableName } from '../../../sql/identifier';
import { inOrder } from '../../../sql/inOrder';
import { computedOnce, isWithin, readInstant } from '../../../sql/instant';
import { matchesAny } from '../../../sql/pattern';
import { occurrenceRows } from '../occurrenceRows';
import { unknownMetrics } from '../unknownMetrics';
import { failedAt } from './failuresWithin';

/**
 * Failures whose category is unknown, and still is: rows keep the category of their day, though a pattern may know their
 * message by now.
 */
export function unknownMessages(settings: Settings): UnknownMessages {
  const { table, columns } = occurrenceRows(settings);
  const column = (name: FailuresColumn) => identifier(columns[name]);
  const at = failedAt(settings);
  const [message, category] = [column('error_message'), column('failure_category')];
  const patterns = settings.generation.categories.map(({ pattern }) => pattern);
  return {
    query: {
      id: 'generation.unknown_messages',
      title: 'Failed generations of no known category, the newest first',
      columns: { message: 'text', at: 'integer', names: 'text' },
      sql: ({ from, to, limit }) => `SELECT left(${message}, ${READ_CHARACTERS}) AS message,
  CAST(extract(epoch FROM ${readInstant(at)}) * 1000 AS bigint) AS at,
  CAST(json_build_array(${column('user_id')}, ${column('project_id')}) AS text) AS names
FROM ${tableName(table)}
WHERE ${isWithin(at, { from: `CAST(${from} AS timestamptz)`, to: `CAST(${to} AS timestamptz)` }, computedOnce)}
  AND ${inOrder(`coalesce(CAST(${category} AS text), 'unknown') = 'unknown'`, `NOT ${matchesAny(message, patterns)}`)}
ORDER BY ${column('created_at')} DESC, ${column('id')} DESC
LIMIT ${limit}`,
      source: own('what nobody has named has to be seen before it can be named'),
    },
    openings: [],
    setting: 'generation.categories',
    window: '7d',
    every: '1m',
    limit: 5000,
    templates: unknownMetrics.unknownTemplates,
  };
}

import { quote } from '../../../kinds/source';
import { READ_CHARACTERS, type UnknownMessages } from '../../../kinds/unknownMessages';
import { type MessagesColumn, type Settings } from '../../../settings/settings';
import { identifier, tableName } from '../../../sql/identifier';
import { computedOnce, isWithin, readInstant } from '../../../sql/instant';
import { validationMetrics } from '../metrics';
import { createdAt } from './createdAt';
import { eventConditions } from './eventsWithin';
import { rangeOf } from '../../../sql/range';

/** Repair attempts whose error no pattern knows. */
export function unknownMessages(settings: Settings): UnknownMessages {
  const { table, columns } = settings.validation.messages;
  const column = (name: MessagesColumn) => identifier(columns[name]);
  const at = createdAt(settings);
  return {
    query: {
      id: 'validation.unknown_messages',
      title: 'Repair attempts whose error no pattern knows, the newest first',
      columns: { message: 'text', at: 'integer', names: 'text' },
      sql: (parameters) => `SELECT left(${column('content')}, ${READ_CHARACTERS}) AS message,
  CAST(extract(epoch FROM ${readInstant(at)}) * 1000 AS bigint) AS at,
  CAST(json_build_array(${column('scene_name')}, ${column('chat_id')}) AS text) AS names
FROM ${tableName(table)}
WHERE ${isWithin(at, rangeOf(parameters), computedOnce)} AND ${eventConditions(settings).unknown_attempt}
ORDER BY ${column('created_at')} DESC, ${column('id')} DESC
LIMIT ${parameters.limit}`,
      source: quote('validation', '3.2.1', 'Alert on unknown error patterns'),
    },
    openings: settings.validation.phrases.attempt,
    setting: 'validation.patterns',
    window: '7d',
    // Without an index for them these are looked for among all messages of the window.
    every: '5m',
    limit: 5000,
    templates: validationMetrics.unknownTemplates,
  };
}

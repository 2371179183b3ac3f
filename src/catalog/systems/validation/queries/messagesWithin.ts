import { type MessagesColumn, type Settings } from '../../../settings/settings';
import { identifier, tableName } from '../../../sql/identifier';
import { isWithin, readInstant, type Range } from '../../../sql/instant';
import { matchesAny } from '../../../sql/pattern';
import { createdAt } from './createdAt';

/**
 * The messages of a range as a table expression with columns id, chat, role, content, scene (as they are stored) and
 * at (`timestamptz`). `OFFSET 0` keeps every other condition outside: PostgreSQL would otherwise try the regular
 * expressions on the whole table first, because they look cheaper than the time.
 */
export function messagesWithin(settings: Settings, range: Range): string {
  const { messages } = settings.validation;
  const column = (name: MessagesColumn) => identifier(messages.columns[name]);
  const at = createdAt(settings);
  return `(
  SELECT ${column('id')} AS id, ${column('chat_id')} AS chat, ${column('role')} AS role, ${column('content')} AS content,
    ${column('scene_name')} AS scene, ${readInstant(at)} AS at
  FROM ${tableName(messages.table)}
  WHERE ${isWithin(at, range)}
  OFFSET 0
) AS message`;
}

/** Whether a message of `messagesWithin` is a repair attempt: nobody but the assistant repairs. */
export const isAttempt = ({ validation: { phrases } }: Settings): string =>
  `role = 'assistant' AND ${matchesAny('content', phrases.attempt)}`;

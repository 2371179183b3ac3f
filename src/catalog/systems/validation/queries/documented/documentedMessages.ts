import { MESSAGES_COLUMNS, type Settings } from '../../../../settings/settings';
import { identifier, tableName } from '../../../../sql/identifier';
import { isWithin, readInstant } from '../../../../sql/instant';
import { createdAt } from '../createdAt';

/**
 * The installation's messages as the document calls them, so that its statements stand nearly word for word: a table
 * expression `messages` with the documented columns.
 *
 * @param since the document's own range up to now, like `7 days`; the dashboard's range does not matter to it
 */
export function documentedMessages(settings: Settings, since?: string): string {
  const { table, columns } = settings.validation.messages;
  const at = createdAt(settings);
  const list = MESSAGES_COLUMNS.map((name) =>
    name === 'created_at' ? `${readInstant(at)} AS created_at` : `${identifier(columns[name])} AS ${name}`
  );
  return `(
  SELECT ${list.join(', ')}
  FROM ${tableName(table)}${since ? `\n  WHERE ${isWithin(at, { from: `now() - interval '${since}'` })}` : ''}
) AS messages`;
}

import { type Settings } from '../../../settings/settings';
import { identifier, tableName } from '../../../sql/identifier';
import { computedOnce, isWithin, readInstant, type Range } from '../../../sql/instant';
import { mayMatchAny } from '../../../sql/pattern';
import { regclass } from '../../../sql/regclass';
import { createdAt } from './createdAt';
import { eventConditions, eventSelects, REPAIR_EVENTS, type EventKind } from './eventsWithin';

/**
 * The table expression of `eventsWithin` for what is asked again and again. Without the optional indexes all kinds come out
 * of one reading of the range; with them each comes from its own. PostgreSQL finds out once, when the statement begins, and
 * leaves the other way alone.
 */
export function eventsReadOnce(settings: Settings, range: Range, kinds: readonly [EventKind, ...EventKind[]]): string {
  const { messages, phrases } = settings.validation;
  const { table, columns } = messages;
  const at = createdAt(settings);
  const conditions = eventConditions(settings);
  const role = identifier(columns.role);
  const exclusive = kinds.filter((kind) => kind !== 'unknown_attempt');
  const cases = exclusive.map((kind) => `WHEN ${conditions[kind]} THEN '${kind}'`);
  const phrasesOfEvents = REPAIR_EVENTS.flatMap((kind) => phrases[kind]);
  const asksUnknown = kinds.includes('unknown_attempt');
  return `(
  WITH indexed (yes) AS MATERIALIZED (
    SELECT EXISTS (
      SELECT FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
      WHERE indrelid = CAST(${regclass(table)} AS regclass) AND indisvalid AND starts_with(relname, 'genwatch_')
    )
  ), message AS MATERIALIZED (
    SELECT ${identifier(columns.id)} AS id, ${identifier(columns.chat_id)} AS chat, ${identifier(columns.scene_name)} AS scene, ${readInstant(at)} AS at,
      CASE ${cases.join(' ')} END AS kind, ${asksUnknown ? conditions.unknown_attempt : 'false'} AS unknown
    FROM ${tableName(table)}
    WHERE ${isWithin(at, range, computedOnce)}
      AND (${kinds.includes('user') ? `${role} = 'user' OR ` : ''}${role} = 'assistant' AND ${mayMatchAny(identifier(columns.content), phrasesOfEvents)})
      AND NOT (SELECT yes FROM indexed)
  )
${eventSelects(settings, range, kinds, '(SELECT yes FROM indexed)').join('\n  UNION ALL\n')}
  UNION ALL
  SELECT id, chat, scene, at, kind FROM message WHERE kind IS NOT NULL
${asksUnknown ? "  UNION ALL\n  SELECT NULL, NULL, NULL, at, 'unknown_attempt' FROM message WHERE unknown\n" : ''}) AS event`;
}

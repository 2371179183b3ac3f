import { type MessagesColumn, type Settings } from '../../../settings/settings';
import { identifier, tableName } from '../../../sql/identifier';
import { inOrder } from '../../../sql/inOrder';
import { computedOnce, isWithin, readInstant, type Range } from '../../../sql/instant';
import { matchesAny, type KnownText } from '../../../sql/pattern';
import { createdAt } from './createdAt';

/** What a message can be to a repair; it is one of them at most. */
export const REPAIR_EVENTS = ['attempt', 'trip', 'success'] as const;
/** What users ask for, and what they get. */
export const GENERATION_EVENTS = ['request', 'scene'] as const;
/** Beside these: a user's message of any content, and the attempts whose error no pattern knows. */
export type EventKind = (typeof REPAIR_EVENTS | typeof GENERATION_EVENTS)[number] | 'user' | 'unknown_attempt';

/**
 * When a row of the table is of a kind: nobody but the assistant repairs, and an attempt is none of the others, a trip
 * no success. Queries and indexes share these words, because PostgreSQL uses a partial index only for its own condition.
 */
export function eventConditions({ validation }: Settings, text?: KnownText): Readonly<Record<EventKind, string>> {
  const { messages, phrases, patterns } = validation;
  const role = identifier(messages.columns.role);
  const says = (texts: readonly string[]) => matchesAny(identifier(messages.columns.content), texts, text);
  const [attempt, trip, success] = [says(phrases.attempt), says(phrases.trip), says(phrases.success)];
  const known = says(patterns.map(({ pattern }) => pattern));
  return {
    attempt: `${role} = 'assistant' AND ${attempt}`,
    trip: `${role} = 'assistant' AND ${inOrder(trip, `NOT ${attempt}`)}`,
    success: `${role} = 'assistant' AND ${inOrder(success, `NOT ${attempt} AND NOT ${trip}`)}`,
    request: `${role} = 'user' AND ${says(phrases.request)}`,
    scene: `${role} = 'assistant' AND ${says(phrases.completed)}`,
    user: `${role} = 'user'`,
    unknown_attempt: `${role} = 'assistant' AND ${inOrder(attempt, `NOT ${known}`)}`,
  };
}

/** The columns that an event of a kind has; all have `at` and `kind`. */
const COLUMNS: Readonly<Record<EventKind, readonly EventColumn[]>> = {
  attempt: ['id', 'chat_id', 'scene_name'],
  trip: ['id', 'chat_id', 'scene_name'],
  success: ['id', 'chat_id', 'scene_name'],
  request: ['chat_id'],
  scene: ['chat_id'],
  user: ['chat_id'],
  unknown_attempt: [],
};
type EventColumn = Extract<MessagesColumn, 'id' | 'chat_id' | 'scene_name'>;
export const eventColumns = (kind: EventKind): readonly EventColumn[] => COLUMNS[kind];

/**
 * The events of a range as a table expression with columns id, chat, scene (as they are stored, NULL where the kind has
 * none), at (`timestamptz`) and kind. A SELECT per kind: each can be answered from the index of its kind alone
 * (`../tables.ts`). Where the kinds have different columns, the first one has all of them.
 */
export const eventsWithin = (
  settings: Settings,
  range: Range,
  kinds: readonly [EventKind, ...EventKind[]]
): string => `(
${eventSelects(settings, range, kinds).join('\n  UNION ALL\n')}
) AS event`;

/** The SELECT of each kind. @param when a condition on the statement, not on rows: where it is false, nothing is read */
export function eventSelects(settings: Settings, range: Range, kinds: readonly EventKind[], when?: string): string[] {
  const { table, columns } = settings.validation.messages;
  const at = createdAt(settings);
  const conditions = eventConditions(settings);
  return kinds.map((kind) => {
    const column = (name: EventColumn) => (COLUMNS[kind].includes(name) ? identifier(columns[name]) : 'NULL');
    return `  SELECT ${column('id')} AS id, ${column('chat_id')} AS chat, ${column('scene_name')} AS scene, ${readInstant(at)} AS at, '${kind}' AS kind
  FROM ${tableName(table)}
  WHERE ${isWithin(at, range, computedOnce)} AND ${conditions[kind]}${when ? ` AND ${when}` : ''}`;
  });
}

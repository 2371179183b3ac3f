import { type MessagesColumn, type Settings } from '../../../settings/settings';
import { identifier, tableName } from '../../../sql/identifier';
import { computedOnce, isWithin, readInstant, type Range } from '../../../sql/instant';
import { regclass } from '../../../sql/regclass';
import { createdAt } from './createdAt';
import {
  eventColumns,
  eventConditions,
  eventSelects,
  GENERATION_EVENTS,
  REPAIR_EVENTS,
  type EventKind,
} from './eventsWithin';

/** What one reading finds: a message is one kind of each group at most. */
const GROUPS = {
  repair: REPAIR_EVENTS,
  generation: GENERATION_EVENTS,
  user: ['user'],
  unknown: ['unknown_attempt'],
} as const satisfies Record<string, readonly EventKind[]>;
type Group = keyof typeof GROUPS;

/** One reading of a range, for several questions. */
interface ReadOnce {
  /** What stands behind the statement's WITH. */
  readonly tables: string;
  /** The table expression of `eventsWithin` for groups that were read, and a range that ends where the reading does. */
  readonly events: (range: Range, ...groups: readonly Group[]) => string;
}

/**
 * Reads for what is asked again and again. Without the optional indexes all groups come out of one reading of the range; with
 * them each kind comes from its own. PostgreSQL finds out once, when the statement begins, and leaves the other way alone.
 */
export function readOnce(settings: Settings, range: Range, groups: readonly Group[]): ReadOnce {
  const { table } = settings.validation.messages;
  return {
    tables: `indexed (yes) AS MATERIALIZED (
  SELECT EXISTS (
    SELECT FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
    WHERE indrelid = CAST(${regclass(table)} AS regclass) AND indisvalid AND starts_with(relname, 'genwatch_')
  )
), message AS MATERIALIZED (
${messages(settings, range, groups)}
)`,
    events: (part, ...wanted) => `(
${[
  ...eventSelects(
    settings,
    part,
    wanted.flatMap((group) => GROUPS[group]),
    '(SELECT yes FROM indexed)'
  ),
  ...wanted.map((group) => selectGroup(group, part)),
].join('\n  UNION ALL\n')}
) AS event`,
  };
}

/** The messages of a range with what each is in each group; its text is put into small letters once for all of them. */
function messages(settings: Settings, range: Range, groups: readonly Group[]): string {
  const { table, columns } = settings.validation.messages;
  const column = (name: MessagesColumn) => identifier(columns[name]);
  const [role, content] = [column('role'), column('content')];
  const at = createdAt(settings);
  const conditions = eventConditions(settings, { isLowered: true });
  const columnOf = (group: Group) =>
    `CASE ${GROUPS[group].map((kind) => `WHEN ${conditions[kind]} THEN '${kind}'`).join(' ')} END AS ${group}_kind`;
  return `  SELECT id, chat, scene, at, ${groups.map(columnOf).join(',\n    ')}
  FROM (
    SELECT ${column('id')} AS id, ${column('chat_id')} AS chat, ${column('scene_name')} AS scene, ${readInstant(at)} AS at,
      ${role}, lower(${content} COLLATE "C") AS ${content}
    FROM ${tableName(table)}
    WHERE ${isWithin(at, range, computedOnce)} AND NOT (SELECT yes FROM indexed)
    OFFSET 0
  ) AS message`;
}

function selectGroup(group: Group, { from }: Range): string {
  const [first] = GROUPS[group];
  const column = (name: 'id' | 'chat_id' | 'scene_name', read: string) =>
    eventColumns(first).includes(name) ? read : 'NULL';
  return `  SELECT ${column('id', 'id')}, ${column('chat_id', 'chat')}, ${column('scene_name', 'scene')}, at, ${group}_kind
  FROM message WHERE ${group}_kind IS NOT NULL AND at >= ${computedOnce(from)}`;
}

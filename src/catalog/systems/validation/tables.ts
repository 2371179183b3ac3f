import { type PartialIndex, type Table } from '../../kinds/table';
import { type Settings } from '../../settings/settings';
import { instantType } from '../../sql/instantType';
import { eventColumns, eventConditions, type EventKind } from './queries/eventsWithin';

const KEY = 'bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY';

const FINDS: Readonly<Record<EventKind, string>> = {
  attempt: 'repair attempts',
  trip: 'circuit breaker trips',
  success: 'successful repairs',
  request: 'requests of users',
  scene: 'scenes that were made',
  user: "users' messages, which end a repair chain",
  unknown_attempt: 'repair attempts whose error no pattern knows',
};

/** The tables that the queries read: the messages, and the log lines where an installation has them. */
export function validationTables(settings: Settings): readonly Table[] {
  const { messages, logs } = settings.validation;
  const { columns } = messages;
  return [
    {
      setting: 'validation.messages',
      holds: 'The messages of the chats',
      name: messages.table,
      columns: [
        { name: columns.id, type: KEY },
        { name: columns.chat_id, type: 'text NOT NULL' },
        { name: columns.role, type: 'text NOT NULL' },
        { name: columns.content, type: 'text NOT NULL' },
        { name: columns.scene_name, type: 'text' },
        { name: columns.created_at, type: instantType(messages.timestamps, settings) },
      ],
      time: columns.created_at,
      acceleration: acceleration(settings),
    },
    {
      setting: 'validation.logs',
      holds: "The application's log lines, a second source of validation times and heap",
      name: logs.table,
      optional: true,
      columns: [
        { name: 'id', type: KEY, unread: true },
        { name: logs.columns.message, type: 'text NOT NULL' },
        { name: logs.columns.created_at, type: instantType(logs.timestamps, settings) },
      ],
      time: logs.columns.created_at,
      acceleration: [],
    },
  ];
}

function acceleration(settings: Settings): PartialIndex[] {
  const { columns } = settings.validation.messages;
  const conditions = eventConditions(settings);
  return (Object.keys(FINDS) as EventKind[]).map((kind) => ({
    id: kind,
    finds: FINDS[kind],
    include: eventColumns(kind).map((name) => columns[name]),
    where: conditions[kind],
  }));
}

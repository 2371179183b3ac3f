import { type Client } from 'pg';

import { DEFAULT_SETTINGS } from '../../src/catalog/settings/defaults';
import { type MessagesTable, type Settings } from '../../src/catalog/settings/settings';
import { identifier, tableName } from '../../src/catalog/sql/identifier';
import { literal } from '../../src/catalog/sql/literal';
import { readInstant } from '../../src/catalog/sql/instant';
import { type Message } from './message';

/** A way in which installations keep their messages. */
export interface Layout {
  readonly title: string;
  readonly messages: MessagesTable;
  readonly ids: 'bigint' | 'uuid';
  readonly chats: 'text' | 'uuid';
  /** Zone of `timestamp` columns. */
  readonly zone: string;
  readonly sessionZone: string;
  /** By month of `created_at`. */
  readonly partitioned?: boolean;
}

const { messages: plain } = DEFAULT_SETTINGS.validation;

export const PLAIN: Layout = {
  title: 'bigint ids and timestamptz',
  messages: plain,
  ids: 'bigint',
  chats: 'text',
  zone: 'UTC',
  sessionZone: 'UTC',
};

export const LAYOUTS: readonly Layout[] = [
  PLAIN,
  {
    ...PLAIN,
    title: 'uuid ids and timestamp in UTC, read in a session elsewhere',
    messages: { ...plain, timestamps: 'timestamp' },
    ids: 'uuid',
    sessionZone: 'Asia/Kolkata',
  },
  {
    ...PLAIN,
    title: 'timestamp in a zone with summer time, read in another one',
    messages: { ...plain, timestamps: 'timestamp' },
    zone: 'Europe/Berlin',
    sessionZone: 'America/New_York',
  },
  {
    ...PLAIN,
    title: 'camelCase columns, uuid keys and another schema',
    messages: {
      table: 'Gen App.Chat"Messages',
      columns: {
        id: 'order',
        chat_id: 'chatId',
        role: 'authorRole',
        content: 'text$',
        scene_name: 'sceneName',
        created_at: 'createdAt',
      },
      timestamps: 'timestamptz',
    },
    ids: 'uuid',
    chats: 'uuid',
    sessionZone: 'Pacific/Auckland',
  },
];

/** Declarative partitions: the key of such a table holds the time, if it has one at all. */
export const PARTITIONED: Layout = {
  ...PLAIN,
  title: 'partitions by month, uuid keys',
  ids: 'uuid',
  partitioned: true,
};

export const settingsOf = ({ messages, zone }: Layout, changes: Partial<Settings['validation']> = {}): Settings => ({
  ...DEFAULT_SETTINGS,
  zones: { ...DEFAULT_SETTINGS.zones, timestamps: zone },
  validation: { ...DEFAULT_SETTINGS.validation, messages, ...changes },
});

/** A chat's id as the layout's table returns it. */
export const chatId = ({ chats }: Layout, chat: string): string => (chats === 'uuid' ? uuid(chat.charCodeAt(0)) : chat);

const uuid = (n: number): string =>
  n
    .toString(16)
    .padStart(32, '0')
    .replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');

export async function makeTable(client: Client, { messages, ids, chats, partitioned }: Layout): Promise<void> {
  const { table, columns, timestamps } = messages;
  const [schema] = table.split('.');
  if (schema && schema !== table) {
    await client.query(`CREATE SCHEMA ${identifier(schema)}`);
  }
  await client.query(`CREATE ${schema === table ? 'TEMPORARY ' : ''}TABLE ${tableName(table)} (
    ${identifier(columns.id)} ${ids}${partitioned ? '' : ' PRIMARY KEY'},
    ${identifier(columns.chat_id)} ${chats},
    ${identifier(columns.role)} varchar(20),
    ${identifier(columns.content)} text,
    ${identifier(columns.scene_name)} text,
    ${identifier(columns.created_at)} ${timestamps}
  ) ${partitioned ? `PARTITION BY RANGE (${identifier(columns.created_at)})` : ''}`);
  if (partitioned) {
    await makePartitions(client, table);
  }
  const { logs } = DEFAULT_SETTINGS.validation;
  await client.query(`CREATE TEMPORARY TABLE ${tableName(logs.table)} (message text, created_at timestamptz)`);
}

/** May and June 2026, and a partition for the rest. */
async function makePartitions(client: Client, table: string): Promise<void> {
  const of = (name: string) => `CREATE TEMPORARY TABLE ${name} PARTITION OF ${tableName(table)}`;
  await client.query(`${of('of_may')} FOR VALUES FROM ('2026-05-01') TO ('2026-06-01');
    ${of('of_june')} FOR VALUES FROM ('2026-06-01') TO ('2026-07-01');
    ${of('of_others')} DEFAULT`);
}

/** Puts messages into the table, each at its instant, in one statement. */
export async function insertMessages(client: Client, layout: Layout, messages: readonly Message[]): Promise<void> {
  const { table, columns, timestamps } = layout.messages;
  const names = [columns.id, columns.chat_id, columns.role, columns.content, columns.scene_name, columns.created_at];
  const at = timestamps === 'timestamptz' ? 'at' : `at AT TIME ZONE ${literal(layout.zone)}`;
  await client.query(
    `INSERT INTO ${tableName(table)} (${names.map(identifier).join(', ')})
    SELECT id, chat, role, content, scene, ${at}
    FROM unnest($1::${layout.ids}[], $2::${layout.chats}[], $3::text[], $4::text[], $5::text[], $6::timestamptz[])
      AS message (id, chat, role, content, scene, at)`,
    [
      messages.map(({ id }) => (layout.ids === 'uuid' ? uuid(id) : id)),
      messages.map(({ chat }) => chatId(layout, chat)),
      messages.map(({ role }) => role),
      messages.map(({ content }) => content),
      messages.map(({ scene }) => scene),
      messages.map(({ at }) => new Date(at).toISOString()),
    ]
  );
}

/**
 * The messages with the instants that the table tells: a wall clock cannot tell the two hours apart that it shows twice
 * when summer time ends.
 */
export async function asStored(client: Client, layout: Layout, messages: readonly Message[]): Promise<Message[]> {
  const { table, columns, timestamps } = layout.messages;
  const at = readInstant({ column: columns.created_at, type: timestamps, zone: layout.zone });
  const { rows } = await client.query<{ at: Date }>(
    `SELECT ${at} AS at FROM ${tableName(table)} ORDER BY ${identifier(columns.id)}`
  );
  const byId = [...messages].sort((a, b) => a.id - b.id);
  return byId.map((message, i) => ({ ...message, at: rows[i]?.at.getTime() ?? NaN }));
}

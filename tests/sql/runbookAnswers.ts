import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Client } from 'pg';

import { INDEX, readRunbooks } from '../../tools/runbooks/readRunbooks';
import { blocksOf } from '../../tools/runbooks/runbook';
import { rolledBack } from './rolledBack';

const ROOT = join(__dirname, '../..');
export const DAY_MS = 24 * 60 * 60_000;
/** What a person puts their chat in the place of. */
export const PLACEHOLDER = 'CHAT_ID';

export const script = (name: string) => readFileSync(join(ROOT, 'sql', name), 'utf8');
const runbooks = readRunbooks(join(ROOT, 'docs/runbooks'));
export const blocks = [...runbooks.values()]
  .filter(({ name }) => name !== INDEX)
  .flatMap((runbook) => blocksOf(runbook, 'sql').map((found) => ({ runbook: runbook.name, ...found })));

export interface Said {
  readonly chat: string;
  readonly minutesAgo: number;
  readonly text: string | null;
  /** Default `intro`. */
  readonly scene?: string | null;
  /** Default `assistant`. */
  readonly role?: string;
}

/** Runs `work` beside an empty table of the documented schema that only this connection sees. */
export const onTable = <T>(work: (client: Client) => Promise<T>) =>
  rolledBack(async (client) => {
    await client.query(`SET LOCAL search_path = pg_temp; ${script('schema.sql')}`);
    return work(client);
  });

export async function say(client: Client, messages: readonly Said[]): Promise<void> {
  await client.query(
    `INSERT INTO messages (chat_id, role, content, scene_name, created_at)
    SELECT chat, role, content, scene, now() - minutes * interval '1 minute'
    FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::float8[]) WITH ORDINALITY
      AS said (chat, role, content, scene, minutes, number) ORDER BY number`,
    [
      messages.map(({ chat }) => chat),
      messages.map(({ role = 'assistant' }) => role),
      messages.map(({ text }) => text),
      messages.map(({ scene = 'intro' }) => scene),
      messages.map(({ minutesAgo }) => minutesAgo),
    ]
  );
}

/** Takes back what `work` wrote, even when it failed. */
export async function undone<T>(client: Client, work: () => Promise<T>): Promise<T> {
  await client.query('SAVEPOINT before');
  try {
    return await work();
  } finally {
    await client.query('ROLLBACK TO before');
  }
}

export type Row = Record<string, unknown>;

/** What the query under a heading answers, counts as numbers. */
export async function answer(client: Client, runbook: string, heading: string, chat = ''): Promise<Row[]> {
  const found = blocks.find((one) => one.runbook === runbook && one.section.heading === heading);
  if (!found) {
    throw new Error(`${runbook}.md has no sql block under "${heading}"`);
  }
  const { rows, fields } = await client.query<Row>(found.block.text.replaceAll(PLACEHOLDER, chat));
  return rows.map((row) =>
    Object.fromEntries(fields.map(({ name, dataTypeID }) => [name, asNumber(row[name], dataTypeID)]))
  );
}

const BIGINT = 20;
const NUMERIC = 1700;
const asNumber = (value: unknown, type: number) =>
  [BIGINT, NUMERIC].includes(type) && value !== null ? Number(value) : value;

/** What is said to a table, and what the query answers. */
export const ask = (messages: readonly Said[], runbook: string, heading: string, chat?: string) =>
  onTable(async (client) => {
    await say(client, messages);
    return answer(client, runbook, heading, chat);
  });

export const times = <T>(count: number, make: (i: number) => T | readonly T[]): T[] =>
  Array.from({ length: count }, (_, i) => make(i)).flat() as T[];

/** For what is there, unless it is changed while it is read. */
export function fail(): never {
  throw new Error('the catalog or the runbooks changed while they were read');
}

/** A chat that tries `attempts` times, a minute apart, the last one `lastAgo` minutes ago. */
export function loop(
  attempts: number,
  { lastAgo = 1, error = (i: number) => `error ${i}`, chat = 'loop' } = {}
): Said[] {
  return times(attempts, (i) => ({
    chat,
    minutesAgo: lastAgo + attempts - 1 - i,
    text: `Fixing intro: ${error(i)}`,
  }));
}

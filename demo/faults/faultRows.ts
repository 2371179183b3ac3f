import { type ClientBase } from 'pg';

/** Chat ids of all rows that faults insert begin so, and nothing else's do. */
export const FAULT_PREFIX = 'fault-';

/** Chat ids of one fault's rows begin so. */
const chatPrefix = (fault: string): string => `${FAULT_PREFIX}${fault}-`;

export interface FaultRow {
  /** Which of the fault's chats it belongs to. */
  readonly chat: number;
  readonly role: 'user' | 'assistant';
  readonly content: string;
  readonly scene: string;
  /** How long before the database's now it was written. */
  readonly secondsAgo: number;
}

/** Inserts rows into chats of their own, all at once or not at all. */
export async function insertFaultRows(client: ClientBase, fault: string, rows: readonly FaultRow[]): Promise<void> {
  await client.query(
    `INSERT INTO messages (chat_id, role, content, scene_name, created_at)
     SELECT $1 || floor(extract(epoch FROM now()) * 1000)::text || '-' || chat, role, content, scene,
       now() - make_interval(secs => seconds_ago)
     FROM unnest($2::int[], $3::text[], $4::text[], $5::text[], $6::float8[]) AS row (chat, role, content, scene, seconds_ago)
     ORDER BY seconds_ago DESC`,
    [
      chatPrefix(fault),
      rows.map(({ chat }) => chat),
      rows.map(({ role }) => role),
      rows.map(({ content }) => content),
      rows.map(({ scene }) => scene),
      rows.map(({ secondsAgo }) => secondsAgo),
    ]
  );
}

/** Deletes exactly the fault's rows. Returns how many there were. */
export async function deleteFaultRows(client: ClientBase, fault: string): Promise<number> {
  const { rowCount } = await client.query('DELETE FROM messages WHERE starts_with(chat_id, $1)', [chatPrefix(fault)]);
  return rowCount ?? 0;
}

import { type ClientBase } from 'pg';
import { FROM_USER, type PlannedMessage } from './plan/chatScript';
import { content } from './texts/content';

/** Inserts the messages in their order, in one statement. */
export async function writeMessages(
  client: ClientBase,
  seedNumber: number,
  messages: readonly PlannedMessage[]
): Promise<void> {
  await client.query(
    `INSERT INTO messages (chat_id, role, content, scene_name, created_at)
     SELECT chat_id, role, content, scene_name, created_at
     FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::timestamptz[])
       WITH ORDINALITY AS planned (chat_id, role, content, scene_name, created_at, number)
     ORDER BY number`,
    [
      messages.map(({ chat }) => chat),
      messages.map(role),
      messages.map((message) => content(seedNumber, message)),
      messages.map(({ scene }) => scene),
      messages.map(({ at }) => new Date(at).toISOString()),
    ]
  );
}

function role({ purpose }: PlannedMessage): 'user' | 'assistant' | 'system' {
  if (FROM_USER.includes(purpose)) {
    return 'user';
  }
  return purpose === 'note' ? 'system' : 'assistant';
}

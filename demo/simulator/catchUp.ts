import { type ClientBase } from 'pg';
import { UNDISTURBED, type Disturbance } from './application/disturbance';
import { validationsBetween } from './application/validations';
import { writeLogs } from './application/writeLogs';
import { inBatches, type Batches } from './inBatches';
import { CHAT_PREFIX } from './plan/chat';
import { type Plan } from './plan/plan';
import { DAY, HOUR } from './plan/time';
import { writeMessages } from './writeMessages';

export interface CatchUp extends Pick<Batches, 'earliest' | 'until' | 'onProgress'> {
  /** What is wrong with the application meanwhile; nothing by default. */
  readonly disturbances?: () => readonly Disturbance[];
}

/** How far back the table of logs goes: an application's log is not kept for long. */
export const LOGS_LAST = 3 * DAY;

/** About 3 000 messages: large enough to be quick, small enough to show progress and to stop between two. */
const BATCH = 6 * HOUR;
const LOCK = 0x6e77_5eed;

/** Writes what the plan of the messages holds between the newest of its rows and now. Returns how many messages that were. */
export const catchUp = (
  client: ClientBase,
  plan: Plan,
  { disturbances = () => UNDISTURBED, ...options }: CatchUp
): Promise<number> =>
  inBatches(client, {
    ...options,
    lock: LOCK,
    length: BATCH,
    position,
    async write(start, end, to) {
      const messages = plan.messages(start, end);
      if (messages.length > 0) {
        await writeMessages(client, plan.options.seedNumber, messages);
      }
      await writeLogs(client, validationsBetween(plan, Math.max(start, to - LOGS_LAST), end, disturbances()));
      return messages.length;
    },
  });

/** Newest row of the plan in the table, and the database's clock; milliseconds. */
export async function position(
  client: ClientBase
): Promise<{ readonly newest: number | undefined; readonly now: number }> {
  const { rows } = await client.query<{ newest: string | null; now: string }>(
    `SELECT (SELECT floor(extract(epoch FROM created_at) * 1000)::text
             FROM messages WHERE starts_with(chat_id, $1) ORDER BY created_at DESC LIMIT 1) AS newest,
            floor(extract(epoch FROM clock_timestamp()) * 1000)::text AS now`,
    [CHAT_PREFIX]
  );
  const row = rows[0];
  return { newest: row?.newest ? Number(row.newest) : undefined, now: Number(row?.now) };
}

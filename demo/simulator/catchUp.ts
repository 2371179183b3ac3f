import { type ClientBase } from 'pg';
import { UNDISTURBED, type Disturbance } from './application/disturbance';
import { validationsBetween } from './application/validations';
import { writeLogs } from './application/writeLogs';
import { CHAT_PREFIX } from './plan/chat';
import { type Plan } from './plan/plan';
import { DAY, HOUR } from './plan/time';
import { writeMessages } from './writeMessages';

export interface Progress {
  /** Instant up to which the table now holds the plan, milliseconds. */
  readonly reached: number;
  readonly from: number;
  readonly to: number;
  /** Rows written so far. */
  readonly written: number;
}

export interface CatchUp {
  /** Nothing is written before this instant, milliseconds. */
  readonly earliest: number;
  /** Nothing is written from this instant on; nothing means the database's clock. */
  readonly until?: number;
  readonly onProgress?: (progress: Progress) => void;
  /** What is wrong with the application meanwhile; nothing by default. */
  readonly disturbances?: () => readonly Disturbance[];
}

/** How far back the table of logs goes: an application's log is not kept for long. */
export const LOGS_LAST = 3 * DAY;

/** About 3 000 messages: large enough to be quick, small enough to show progress and to stop between two. */
const BATCH = 6 * HOUR;
/** Names the simulator's lock among the database's advisory locks. */
const LOCK = 0x6e77_5eed;

/**
 * Writes what the plan holds between the newest of its rows and now. Each batch is one transaction that finds out
 * itself where to go on, so an interrupted run, a restart or a second simulator neither doubles nor loses a message.
 * Returns how many rows were written. Throws the database's error.
 */
export async function catchUp(
  client: ClientBase,
  plan: Plan,
  { earliest, until, onProgress, disturbances = () => UNDISTURBED }: CatchUp
): Promise<number> {
  let cursor = earliest;
  let from: number | undefined;
  let written = 0;
  for (;;) {
    await client.query('BEGIN');
    try {
      await client.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
      const { newest, now } = await position(client);
      const to = until ?? now;
      const start = Math.max(cursor, newest === undefined ? earliest : newest + 1);
      from ??= start;
      cursor = Math.max(start, Math.min(start + BATCH, to));
      const messages = plan.messages(start, cursor);
      if (messages.length > 0) {
        await writeMessages(client, plan.options.seedNumber, messages);
      }
      await writeLogs(client, validationsBetween(plan, Math.max(start, to - LOGS_LAST), cursor, disturbances()));
      await client.query('COMMIT');
      written += messages.length;
      onProgress?.({ from, to, reached: cursor, written });
      if (cursor >= to) {
        return written;
      }
    } catch (error) {
      // The connection may be what broke; then there is nothing left to roll back.
      await client.query('ROLLBACK').catch(() => undefined);
      throw error;
    }
  }
}

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

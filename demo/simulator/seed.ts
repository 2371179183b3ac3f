import { type ClientBase } from 'pg';
import { FAULT_PREFIX } from '../faults/faultRows';
import { catchUp, position } from './catchUp';
import { type Progress } from './inBatches';
import { CHAT_PREFIX } from './plan/chat';
import { createPlan, DEFAULT_PLAN } from './plan/plan';
import { DAY } from './plan/time';

export interface Seed {
  /** End of the history; nothing means the database's clock. */
  readonly now?: Date;
  /** How long the history is. */
  readonly days?: number;
  /** About how many messages those days have in all. */
  readonly messages?: number;
  /** Another number gives another history of the same kind. */
  readonly seedNumber?: number;
  /** Told after each batch, some hundred times for 30 days. */
  readonly onProgress?: (progress: Progress) => void;
}

export interface Seeded {
  readonly written: number;
  /** Whether there was no history before. */
  readonly fresh: boolean;
}

const WORTH_A_VACUUM = 10_000;
/** A new history ends with so many days in which nothing pages: longer than any window that does, and the longest chat. */
const QUIET_DAYS = 3;

/**
 * Fills the table `messages` with the demo's history up to now. Writes only what is missing: nothing at once after
 * itself, the gap after a pause. A new history has had its troubles long ago; what is written later has none. Refuses to
 * start in a table that holds somebody else's messages.
 */
export async function seedHistory(client: ClientBase, seed: Seed = {}): Promise<Seeded> {
  const { days = 30, messages = days * DEFAULT_PLAN.messagesPerDay, seedNumber = DEFAULT_PLAN.seedNumber } = seed;
  try {
    const { newest, now } = await position(client);
    const fresh = newest === undefined;
    if (fresh) {
      await refuseForeignMessages(client);
    }
    const until = seed.now?.getTime() ?? now;
    const troubledUntil = fresh ? until - QUIET_DAYS * DAY : 0;
    const plan = createPlan({ seedNumber, messagesPerDay: messages / days, troubledUntil });
    const written = await catchUp(client, plan, { earliest: until - days * DAY, until, onProgress: seed.onProgress });
    if (written >= WORTH_A_VACUUM) {
      // Fresh statistics and a fresh visibility map: the first questions are answered from the indexes already.
      await client.query('VACUUM (ANALYZE) messages');
    }
    return { written, fresh };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`Could not fill the table messages with the demo's history: ${reason}`, { cause });
  }
}

async function refuseForeignMessages(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ foreign: boolean }>(
    `SELECT EXISTS (
       SELECT FROM messages WHERE NOT starts_with(chat_id, $1) AND NOT starts_with(chat_id, $2)
     ) AS foreign`,
    [CHAT_PREFIX, FAULT_PREFIX]
  );
  if (rows[0]?.foreign) {
    throw new Error(
      'it holds messages that are not of the demo, and invented ones must not mix with them. Use an empty database.'
    );
  }
}

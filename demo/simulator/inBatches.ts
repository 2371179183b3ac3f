import { type ClientBase } from 'pg';

export interface Progress {
  /** Instant up to which the tables now hold the plan, milliseconds. */
  readonly reached: number;
  readonly from: number;
  readonly to: number;
  /** Rows written so far. */
  readonly written: number;
}

export interface Batches {
  /** Names the lock of those who write the same rows, among the database's advisory locks. */
  readonly lock: number;
  /** How much of the plan is written at once, milliseconds. */
  readonly length: number;
  /** Nothing is written before this instant, milliseconds. */
  readonly earliest: number;
  /** Nothing is written from this instant on; nothing means the database's clock. */
  readonly until?: number;
  /** Newest row of the plan that is there, and the database's clock; milliseconds. */
  readonly position: (client: ClientBase) => Promise<{ readonly newest: number | undefined; readonly now: number }>;
  /** Writes the plan from `start` (included) to `end` (excluded), of a whole up to `to`. Returns how many rows that were. */
  readonly write: (start: number, end: number, to: number) => Promise<number>;
  readonly onProgress?: (progress: Progress) => void;
}

/**
 * Writes what a plan holds between the newest of its rows and now. Each batch is one transaction that finds out itself
 * where to go on, so an interrupted run, a restart or a second writer neither doubles nor loses a row. Returns how many
 * rows were written. Throws the database's error.
 */
export async function inBatches(
  client: ClientBase,
  { lock, length, earliest, until, position, write, onProgress }: Batches
): Promise<number> {
  let cursor = earliest;
  let from: number | undefined;
  let written = 0;
  for (;;) {
    await client.query('BEGIN');
    try {
      await client.query('SELECT pg_advisory_xact_lock($1)', [lock]);
      const { newest, now } = await position(client);
      const to = until ?? now;
      const start = Math.max(cursor, newest === undefined ? earliest : newest + 1);
      from ??= start;
      cursor = Math.max(start, Math.min(start + length, to));
      const rows = await write(start, cursor, to);
      await client.query('COMMIT');
      written += rows;
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

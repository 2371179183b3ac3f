import { type ClientBase } from 'pg';
import { FAULT_PREFIX } from '../../faults/faultRows';
import { DAY } from '../plan/time';
import { type Seed, type Seeded } from '../seed';
import { catchUpGenerations } from './catchUpGenerations';
import { generationPosition } from './generationPosition';
import { createGenerationPlan, DEFAULT_GENERATIONS } from './plan/generationPlan';
import { PROJECT_PREFIX } from './plan/people';

/** A new history ends with so many days in which nothing pages. */
const QUIET_DAYS = 3;
const TABLES = [
  'generation_failures',
  'generation_analytics',
  'auto_generated_tests',
  'auto_generated_test_runs',
] as const;

/**
 * Fills the tables of the generator with the demo's history up to now, as `seedHistory` does with the messages: only
 * what is missing, a new history with its troubles long ago, and never among somebody else's rows.
 */
export async function seedGenerations(client: ClientBase, seed: Omit<Seed, 'messages'> = {}): Promise<Seeded> {
  const { days = 30, seedNumber = DEFAULT_GENERATIONS.seedNumber } = seed;
  try {
    const { newest, now } = await generationPosition(client);
    const fresh = newest === undefined;
    if (fresh) {
      await refuseForeignGenerations(client);
    }
    const until = seed.now?.getTime() ?? now;
    const plan = createGenerationPlan({
      ...DEFAULT_GENERATIONS,
      seedNumber,
      troubledUntil: fresh ? until - QUIET_DAYS * DAY : 0,
    });
    const written = await catchUpGenerations(client, plan, {
      earliest: until - days * DAY,
      until,
      onProgress: seed.onProgress,
    });
    if (fresh) {
      // Fresh statistics and a fresh visibility map: the first questions are answered from the indexes already.
      await client.query(`VACUUM (ANALYZE) ${TABLES.join(', ')}`);
    }
    return { written, fresh };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`Could not fill the tables of the generator with the demo's history: ${reason}`, { cause });
  }
}

async function refuseForeignGenerations(client: ClientBase): Promise<void> {
  const foreign = (table: string) =>
    `EXISTS (SELECT FROM ${table} WHERE project_id IS NULL
       OR NOT starts_with(project_id, $1) AND NOT starts_with(project_id, $2))`;
  const { rows } = await client.query<{ foreign: boolean }>(
    `SELECT ${foreign('generation_failures')} OR ${foreign('generation_analytics')} AS foreign`,
    [PROJECT_PREFIX, FAULT_PREFIX]
  );
  if (rows[0]?.foreign) {
    throw new Error(
      'they hold generations that are not of the demo, and invented ones must not mix with them. Use an empty database.'
    );
  }
}

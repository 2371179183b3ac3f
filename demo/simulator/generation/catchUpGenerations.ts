import { type ClientBase } from 'pg';
import { inBatches, type Batches } from '../inBatches';
import { HOUR } from '../plan/time';
import { generationPosition } from './generationPosition';
import { type GenerationPlan } from './plan/generationPlan';
import { reviewTests } from './tests/reviewTests';
import { runTests } from './tests/runTests';
import { stampTests } from './tests/stampTests';
import { writeGenerations } from './writeGenerations';

/** Held by whoever writes the simulator's generations, or takes them away. */
export const GENERATIONS_LOCK = 0x6e77_6e67;
/** About 120 generations. */
const BATCH = 6 * HOUR;

export interface CatchUpGenerations extends Pick<Batches, 'earliest' | 'until' | 'onProgress'> {
  /** Whether nothing is written for now; asked under the lock. */
  readonly isSilent?: () => boolean;
}

/**
 * Writes what the plan of the generations holds between the newest of its rows and now, and what people and later
 * generations did meanwhile with the tests that the failures made. Returns how many generations that were.
 */
export const catchUpGenerations = (
  client: ClientBase,
  plan: GenerationPlan,
  { isSilent = () => false, ...options }: CatchUpGenerations
): Promise<number> =>
  inBatches(client, {
    ...options,
    lock: GENERATIONS_LOCK,
    length: BATCH,
    position: generationPosition,
    async write(start, end) {
      if (isSilent()) {
        return 0;
      }
      const generations = plan.generations(start, end);
      await writeGenerations(client, plan.options.seedNumber, generations);
      if (await learns(client)) {
        if (generations.length > 0) {
          // What the trigger had no patience for: here nobody else may look after that.
          await client.query('SELECT genwatch_sweep_strikes()');
          await stampTests(client);
        }
        await reviewTests(client, end);
        await runTests(client, plan.options, end);
      }
      return generations.length;
    },
  });

/** Whether the database makes tests of failures at all: somebody may have the tables alone. */
async function learns(client: ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>(
    `SELECT to_regprocedure('record_test_run(bigint,boolean,text,double precision)') IS NOT NULL AS there`
  );
  return rows[0]?.there ?? false;
}

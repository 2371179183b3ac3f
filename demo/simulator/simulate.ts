import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { UNDISTURBED, type Disturbance } from './application/disturbance';
import { catchUp } from './catchUp';
import { catchUpGenerations } from './generation/catchUpGenerations';
import { type GenerationPlan } from './generation/plan/generationPlan';
import { type Plan } from './plan/plan';
import { DAY, SECOND } from './plan/time';

export interface Simulation {
  readonly databaseUrl: string;
  readonly plan: Plan;
  readonly generations: GenerationPlan;
  readonly signal: AbortSignal;
  readonly log: (message: string) => void;
  /** Called once the table is up to date for the first time. */
  readonly onReady?: () => void;
  /** How long after a message's time it is written at most, milliseconds. */
  readonly every?: number;
  readonly disturbances?: () => readonly Disturbance[];
}

const PATIENCE = { first: SECOND / 2, longest: 5 * SECOND } as const;

/**
 * Writes what the plans hold as its time comes, until the signal aborts. Survives the database: it connects again
 * with growing pauses, says so once, and fills what was missed. Never rejects.
 */
export async function simulate({
  databaseUrl,
  plan,
  generations,
  signal,
  log,
  onReady,
  every = 2 * SECOND,
  disturbances = () => UNDISTURBED,
}: Simulation): Promise<void> {
  // What came due between the end of the seeding and now is written too.
  const earliest = Date.now() - DAY;
  let pause: number = PATIENCE.first;
  let lost = false;
  let ready = false;
  while (!signal.aborted) {
    const client = new Client({
      connectionString: databaseUrl,
      application_name: 'genwatch-simulator',
      connectionTimeoutMillis: 5 * SECOND,
      query_timeout: 60 * SECOND,
    });
    // A broken connection also fails the next query, which is where it is dealt with; only here it says why.
    let broken: Error | undefined;
    client.on('error', (error) => (broken ??= error));
    try {
      await client.connect();
      while (!signal.aborted) {
        const written = await catchUp(client, plan, { earliest, disturbances });
        await catchUpGenerations(client, generations, {
          earliest,
          isSilent: () => disturbances().some(({ silent }) => silent === 'generations'),
        });
        if (lost) {
          log(`The database is back; wrote the ${written} messages of the meantime`);
        }
        if (!ready) {
          onReady?.();
        }
        [ready, lost, pause] = [true, false, PATIENCE.first];
        await pauseFor(every, signal);
      }
    } catch (error) {
      if (!lost) {
        log(`Lost the database, trying again until it is back: ${reasonOf(broken ?? error)}`);
      }
      lost = true;
      await pauseFor(pause, signal);
      pause = Math.min(pause * 2, PATIENCE.longest);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** Ends early, and quietly, when the signal aborts. */
const pauseFor = (milliseconds: number, signal: AbortSignal) =>
  wait(milliseconds, undefined, { signal }).catch(() => undefined);

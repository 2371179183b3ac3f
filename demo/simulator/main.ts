import pino, { type Logger } from 'pino';
import { Client } from 'pg';
import { HISTORY_DAYS } from '../history/grid';
import { UNDISTURBED } from './application/disturbance';
import { disturbancesIn } from './application/disturbances';
import { applicationMetrics } from './application/metrics';
import { serveApplication } from './application/serve';
import { createGenerationPlan, DEFAULT_GENERATIONS } from './generation/plan/generationPlan';
import { seedGenerations } from './generation/seedGenerations';
import { createPlan, DEFAULT_PLAN } from './plan/plan';
import { seedHistory } from './seed';
import { simulate } from './simulate';

/** A positive number from the environment. Throws when it is something else. */
function positive(name: string, otherwise: number): number {
  const value = Number(process.env[name] ?? otherwise);
  if (!(value > 0)) {
    throw new Error(`${name} is "${process.env[name]}": set it to a positive number, or leave it out for ${otherwise}`);
  }
  return value;
}

/** Fills what is missing of so many days before now: for a stack in which nobody else does. */
async function fillHistory(databaseUrl: string, days: number, log: Logger): Promise<void> {
  const client = new Client({ connectionString: databaseUrl, application_name: 'genwatch-simulator' });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { written } = await seedHistory(client, { days });
    const generations = await seedGenerations(client, { days });
    log.info(`Wrote ${written} messages and ${generations.written} generations of the last ${days} days`);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * The live simulator as a process of its own: it writes what its users and its application write, and serves the
 * application's metrics where GENWATCH_LISTEN says. With GENWATCH_HISTORY_DAYS it first fills the days before. Ends with SIGTERM, SIGINT, or the process that started it; tells that
 * one `{ ready: true }` once the tables are up to date.
 */
async function main(): Promise<void> {
  const log = pino({ name: 'genwatch-simulator', base: undefined });
  const databaseUrl = process.env.GENWATCH_DATABASE_URL;
  if (!databaseUrl) {
    throw new Error('Set GENWATCH_DATABASE_URL to the database whose messages and generations are to be simulated');
  }
  const plan = createPlan({
    seedNumber: positive('GENWATCH_SEED_NUMBER', DEFAULT_PLAN.seedNumber),
    messagesPerDay: positive('GENWATCH_MESSAGES_PER_DAY', DEFAULT_PLAN.messagesPerDay),
  });
  const stop = new AbortController();
  const end = () => stop.abort();
  process.on('SIGTERM', end).on('SIGINT', end).on('disconnect', end);
  const folder = process.env.GENWATCH_DISTURBANCES;
  const disturbances = folder ? disturbancesIn(folder).all : () => UNDISTURBED;
  let ready = false;
  const listen = process.env.GENWATCH_LISTEN;
  const served =
    listen &&
    (await serveApplication({
      listen,
      metrics: applicationMetrics({ plan, disturbances, clock: Date.now }),
      isReady: () => ready,
      onError: (error) => log.error(error),
    }));
  if (process.env.GENWATCH_HISTORY_DAYS) {
    await fillHistory(databaseUrl, positive('GENWATCH_HISTORY_DAYS', HISTORY_DAYS), log);
  }
  await simulate({
    databaseUrl,
    plan,
    generations: createGenerationPlan({ ...DEFAULT_GENERATIONS, seedNumber: plan.options.seedNumber }),
    disturbances,
    signal: stop.signal,
    log: (message) => log.info(message),
    onReady: () => {
      ready = true;
      log.info('Writing messages and generations as their time comes');
      process.send?.({ ready: true });
    },
  });
  if (served) {
    await served.close();
  }
  if (process.connected) {
    process.disconnect();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
  if (process.connected) {
    process.disconnect();
  }
});

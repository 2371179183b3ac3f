import pino from 'pino';
import { UNDISTURBED } from './application/disturbance';
import { disturbancesIn } from './application/disturbances';
import { applicationMetrics } from './application/metrics';
import { serveApplication } from './application/serve';
import { createPlan, DEFAULT_PLAN } from './plan/plan';
import { simulate } from './simulate';

/** A positive number from the environment. Throws when it is something else. */
function positive(name: string, otherwise: number): number {
  const value = Number(process.env[name] ?? otherwise);
  if (!(value > 0)) {
    throw new Error(`${name} is "${process.env[name]}": set it to a positive number, or leave it out for ${otherwise}`);
  }
  return value;
}

/**
 * The live simulator as a process of its own: it writes what its users and its application write, and serves the
 * application's metrics where GENWATCH_LISTEN says. Ends with SIGTERM, SIGINT, or the process that started it; tells that
 * one `{ ready: true }` once the tables are up to date.
 */
async function main(): Promise<void> {
  const log = pino({ name: 'genwatch-simulator', base: undefined });
  const databaseUrl = process.env.GENWATCH_DATABASE_URL;
  if (!databaseUrl) {
    throw new Error('Set GENWATCH_DATABASE_URL to the database whose messages are to be simulated');
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
  await simulate({
    databaseUrl,
    plan,
    disturbances,
    signal: stop.signal,
    log: (message) => log.info(message),
    onReady: () => {
      ready = true;
      log.info('Writing messages as their time comes');
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

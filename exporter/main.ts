import { readFileSync } from 'node:fs';
import pino, { type Logger } from 'pino';

import { buildCatalog } from '../src/catalog/catalog';
import { SYSTEMS } from '../src/catalog/systems';
import { parseDatabaseUrl } from './databaseUrl';
import { errorForLog } from './errorForLog';
import { startExporter, type RunningExporter } from './exporter';
import { exposure } from './exposure';
import { loadSettings } from './loadSettings';
import { minedSystems } from './mining/minedSystems';
import { optionsHelp, readOptions } from './options';
import { testsToReview } from './review/testsToReview';
import { OptionsError } from './optionsError';
import { tieredQueries } from './tieredQuery';
import { VERSION } from './version';

const STOP_MS = 2_000;
/** The trigger puts a test off when somebody else is making one: that is rare, and short. */
const SWEEP_MS = 30_000;

const readText = (path: string) => readFileSync(path, 'utf8');

async function start(log: Logger): Promise<RunningExporter> {
  const options = readOptions(process.env, process.argv.slice(2), readText);
  log.level = options.logLevel;
  const settings = loadSettings(options.config, readText);
  const catalog = buildCatalog(SYSTEMS, settings);
  const queries = tieredQueries(catalog);
  const exporter = await startExporter({
    ...options,
    review: options.review && { ...options.review, tests: testsToReview(catalog), sweepMs: SWEEP_MS },
    queries,
    mined: minedSystems(catalog),
    settle: settings.exporter.settle,
    version: VERSION,
    log,
  });
  exposure(options).forEach((line) => log.warn(line));
  const { place } = parseDatabaseUrl(options.databaseUrl);
  log.info(
    {
      url: exporter.url,
      database: place,
      sources: queries.map(({ id }) => id),
      reviews: options.review !== undefined,
      version: VERSION,
    },
    'exporter is serving'
  );
  return exporter;
}

function main(): void {
  if (process.argv.includes('--help')) {
    process.stdout.write(`${optionsHelp()}\n`);
    return;
  }
  // Written at once: the last lines before an exit are the ones that matter.
  const log = pino(
    { name: 'genwatch-exporter', base: { name: 'genwatch-exporter' }, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ sync: true })
  );
  const fail = (error: unknown, what: string): never => {
    log.fatal({ error: errorForLog(error) }, what);
    process.exit(1);
  };
  process.on('uncaughtException', (error) => fail(error, 'unexpected error'));
  process.on('unhandledRejection', (error) => fail(error, 'unexpected error'));

  const starting = start(log);
  const stop = (why: string) => {
    log.info({ why }, 'exporter is stopping');
    setTimeout(() => fail(undefined, `exporter did not stop within ${STOP_MS} ms`), STOP_MS).unref();
    void starting.then((exporter) => exporter.stop()).then(() => process.exit(0));
  };
  process.once('SIGTERM', () => stop('SIGTERM'));
  process.once('SIGINT', () => stop('SIGINT'));
  if (process.connected) {
    process.once('disconnect', () => stop('the parent process is gone'));
  }
  starting.catch((error: unknown) => {
    refusals(error).forEach((line) => log.fatal(line));
    process.exit(1);
  });
}

/** Errors of the start are made for people and hold no secret, unlike anything thrown later. */
function refusals(error: unknown): readonly string[] {
  if (error instanceof OptionsError) {
    return error.problems;
  }
  return [error instanceof Error ? error.message : 'The exporter could not start.'];
}

main();

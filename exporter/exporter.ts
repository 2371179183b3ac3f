import { type Logger } from 'pino';

import { seconds, type Duration } from '../src/catalog/exact/duration';
import { hearChanges, type Changes } from './changes';
import { type Clock } from './clock';
import { openDatabase } from './database';
import { errorForLog } from './errorForLog';
import { type Address } from './listenAddress';
import { createMinedSource } from './mining/minedSource';
import { templatesDocument, type MinedSystem } from './mining/minedSystems';
import { type Timeouts } from './readOnly';
import { keepFresh, type Refresh } from './refresh';
import { createRegistry } from './registry';
import { openReviews, type ReviewsOptions } from './review/reviews';
import { serve, type Certificate } from './server';
import { createSource, type Source } from './source';
import { sourceLog } from './sourceLog';
import { checkQueries, type TieredQuery } from './tieredQuery';

export interface ExporterOptions {
  readonly databaseUrl: string;
  readonly queries: readonly TieredQuery[];
  /** Systems whose unknown messages are mined. */
  readonly mined?: readonly MinedSystem[];
  /** How old a row has to be to count: `exporter.settle` of the settings. */
  readonly settle: Duration;
  readonly listen: Address;
  readonly token?: string;
  readonly tls?: Certificate;
  readonly timeouts: Timeouts;
  /** Without it nobody can approve or reject tests, and those that were put off are not made. */
  readonly review?: ReviewsOptions;
  readonly version: string;
  readonly log: Logger;
}

export interface RunningExporter {
  readonly url: string;
  /** Ends refreshes, sessions and answers within two seconds. Calling it again waits for the same end. */
  stop(): Promise<void>;
}

const CONNECT_TIMEOUT_MS = 5_000;
const BACKOFF = { firstMs: 250, maxMs: 5_000 };
/** Starts where the process started. */
const clock: Clock = () => performance.now();

/**
 * Serves at once, whether there is a database or not, and reads every query in the background from then on.
 * @throws Error when a query cannot be exported, or the address is not free
 */
export async function startExporter(options: ExporterOptions): Promise<RunningExporter> {
  const { queries, mined = [], settle, log, timeouts, databaseUrl: url } = options;
  checkQueries(queries);
  const database = openDatabase({ url, timeouts, clock, connectTimeoutMs: CONNECT_TIMEOUT_MS, backoff: BACKOFF });
  let stopped: Promise<void> | undefined;
  // Refreshes that the end interrupts are no news.
  const said = sourceLog(log, () => stopped !== undefined);
  const surroundings = { settle, read: database.read, clock, log: said };
  const minedSources = mined.map((one) => createMinedSource({ ...one, ...surroundings }));
  const sources = [
    ...queries.map((query) => createSource({ query, ...surroundings })),
    ...minedSources.map(({ source }) => source),
  ];
  const registry = createRegistry({ sources, clock, version: options.version });
  const reviews = options.review && openReviews(options.review, registry, clock, log);
  const onError = (error: unknown) => log.error({ error: errorForLog(error) }, 'an answer could not be made');
  const templates = () => templatesDocument(minedSources);
  const server = await serve({ ...options, registry, sources, templates, clock, onError, review: reviews?.api }).catch(
    async (error: unknown) => {
      await Promise.all([database.close(), reviews?.stop()]);
      throw error;
    }
  );
  const refreshes = sources.map((source) =>
    keepFresh(source, seconds(source.query.tier.every) * 1000, clock, seconds(settle) * 1000)
  );
  const changes = refreshOnChanges(options, sources, refreshes);
  database.onOpen(() => refreshes.forEach((refresh) => refresh.connectionOpened()));
  reviews?.start();

  const end = async () => {
    refreshes.forEach((refresh) => refresh.stop());
    await Promise.all([server.stop(), database.close(), changes?.close(), reviews?.stop()]);
  };
  return { url: server.url, stop: () => (stopped ??= end()) };
}

/** Reads the sources that say so as soon as the database tells a change. */
function refreshOnChanges(
  { databaseUrl: url, log }: ExporterOptions,
  sources: readonly Source[],
  refreshes: readonly Refresh[]
): Changes | undefined {
  const channelOf = ({ query }: Source) => query.tier.refreshOn;
  const channels = [...new Set(sources.flatMap((source) => channelOf(source) ?? []))];
  const changed = (channel: string) =>
    refreshes.filter((_, i) => sources[i] && channelOf(sources[i]) === channel).forEach((refresh) => refresh.changed());
  return channels.length === 0
    ? undefined
    : hearChanges({ url, channels, changed, log, connectTimeoutMs: CONNECT_TIMEOUT_MS, backoff: BACKOFF });
}

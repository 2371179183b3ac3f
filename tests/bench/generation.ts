import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';

import { startPostgres } from '../../demo/servers/postgres';
import { buildCatalog } from '../../src/catalog/catalog';
import { DEFAULT_SETTINGS } from '../../src/catalog/settings/defaults';
import { SYSTEMS } from '../../src/catalog/systems';
import { fillFailures, fillSuccesses } from './fillFailures';
import { timeOf, WRITINGS, type Writing } from './insertTimes';
import { compareCosts, exporterRuns, scrapedRuns } from './tierCost';

const ROOT = path.resolve(__dirname, '../..');
const WRITERS = 50;
/** Each way is timed so often with and without; the median of the ratios counts. */
const ROUNDS = 15;
/** The goals are of this many rows. */
const GOAL_ROWS = 1_000_000;
/** How many times less processor time of the server the exporter takes than the documents' queries at every scrape. */
const TIER_GOAL = 20;

/** Everything on one server, autovacuum off: what is compared shall not be disturbed by the other. */
const SERVER = {
  max_connections: '130',
  autovacuum: 'off',
  shared_buffers: '512MB',
  max_wal_size: '4GB',
  // All work of a statement in one process, whose time can be read.
  max_parallel_workers_per_gather: '0',
};

/**
 * Measures on tables of `rows` failures and as many successes what the exporter's reading costs the database, against the
 * documented queries at every scrape; and what the three strikes cost an insert, against the same table without them.
 * @throws Error when a goal is missed
 */
export async function benchGeneration(print: (line: string) => void, rows: number): Promise<void> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'genwatch-bench-'));
  const postgres = await startPostgres({ dataDir, durable: false, settings: SERVER });
  const clients: Client[] = [];
  const connect = async (schema: string, count: number): Promise<Client[]> => {
    const url = new URL(postgres.url);
    url.searchParams.set('options', `-c search_path=${schema}`);
    const opened = Array.from({ length: count }, () => new Client({ connectionString: url.href }));
    clients.push(...opened);
    await Promise.all(opened.map((client) => client.connect()));
    return opened;
  };
  try {
    print(`Filling two tables with ${rows.toLocaleString('en')} failures of 30 days …`);
    const plain = await prepare(connect, 'plain', ['schema.sql'], rows);
    const counted = await prepare(connect, 'counted', ['schema.sql', 'three-strikes.sql'], rows);
    const missed = await tierCosts(counted[0] as Client, rows, print);
    // What the filling left to write shall not be written while inserts are timed.
    await (counted[0] as Client).query('CHECKPOINT');
    print(`\n${'time of all inserts, median of the rounds'.padEnd(44)}   without      with   ratio`);
    for (const writing of WRITINGS) {
      const told = await compare(writing, plain, counted);
      const isMissed = writing.goal !== undefined && rows >= GOAL_ROWS && told.ratio > writing.goal;
      const goal =
        writing.goal === undefined ? '' : `, goal at 1 M rows: at most ${writing.goal}${isMissed ? ' MISSED' : ''}`;
      print(`  ${writing.title.padEnd(42)} ${ms(told.without)} ${ms(told.with)}   ${told.ratio.toFixed(2)} x${goal}`);
      missed.push(
        ...(isMissed ? [`${writing.title}: ${told.ratio.toFixed(2)} x instead of ${writing.goal ?? 0} x`] : [])
      );
    }
    await report(counted[0] as Client, print);
    if (missed.length > 0) {
      throw new Error(`Goals missed: ${missed.join('; ')}`);
    }
  } finally {
    await Promise.all(clients.map((client) => client.end()));
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

type Connect = (schema: string, count: number) => Promise<Client[]>;

async function prepare(connect: Connect, schema: string, files: readonly string[], rows: number): Promise<Client[]> {
  const writers = await connect(schema, WRITERS);
  const client = writers[0] as Client;
  await client.query(`CREATE SCHEMA ${schema}`);
  for (const file of files) {
    await client.query(await readFile(path.join(ROOT, 'sql', file), 'utf8'));
  }
  await fillFailures(client, rows);
  await client.query('VACUUM (ANALYZE) generation_failures');
  return writers;
}

async function tierCosts(client: Client, rows: number, print: (line: string) => void): Promise<string[]> {
  await fillSuccesses(client, rows);
  await client.query('VACUUM (ANALYZE) generation_analytics');
  const catalog = buildCatalog(SYSTEMS, { ...DEFAULT_SETTINGS, systems: ['generation'] });
  const documented = catalog.systems
    .flatMap(({ queries }) => queries)
    .filter((query) => query.documented !== undefined);
  print('\nprocessor time of the server');
  const ratio = await compareCosts(client, { ours: exporterRuns(catalog), theirs: scrapedRuns(documented) }, print);
  const isMissed = rows >= GOAL_ROWS && ratio < TIER_GOAL;
  print(`  ${ratio.toFixed(1)} x less, goal at 1 M rows: ${TIER_GOAL} x${isMissed ? ' MISSED' : ''}`);
  return isMissed ? [`the exporter's reading: ${ratio.toFixed(1)} x less instead of ${TIER_GOAL} x`] : [];
}

interface Compared {
  readonly without: number;
  readonly with: number;
  readonly ratio: number;
}

/** In turns, so that whatever else the machine does is borne by both. */
async function compare(writing: Writing, plain: readonly Client[], counted: readonly Client[]): Promise<Compared> {
  const rounds: Compared[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const id = WRITINGS.indexOf(writing) * 100 + round;
    const without = await timeOf(() => writing.write(plain, id));
    const taken = await timeOf(() => writing.write(counted, id));
    rounds.push({ without, with: taken, ratio: taken / without });
  }
  // The first one warms up.
  const timed = rounds.slice(1);
  return {
    without: median(timed.map((one) => one.without)),
    with: median(timed.map((one) => one.with)),
    ratio: median(timed.map(({ ratio }) => ratio)),
  };
}

/** That it was right meanwhile. */
async function report(client: Client, print: (line: string) => void): Promise<void> {
  const { rows: queued } = await client.query<{ queued: number }>(
    'SELECT count(*)::int AS queued FROM genwatch_strike_queue'
  );
  let made = 0;
  const taken = await timeOf(async () => {
    for (let more = 1; more > 0;) {
      const { rows } = await client.query<{ made: number; left: number }>(
        'SELECT genwatch_sweep_strikes() AS made, (SELECT count(*)::int FROM genwatch_strike_queue) AS left'
      );
      made += rows[0]?.made ?? 0;
      more = rows[0]?.left ?? 0;
    }
  });
  const { rows } = await client.query<{ tests: number; types: number; errors: number }>(
    `SELECT count(*)::int AS tests, count(DISTINCT error_type)::int AS types,
      (SELECT count(*)::int FROM genwatch_strike_errors) AS errors FROM auto_generated_tests`
  );
  const { tests = 0, types = 0, errors = 0 } = rows[0] ?? {};
  print(
    `\n${tests} tests of ${types} error types; ${queued[0]?.queued ?? 0} entries were left to the sweep, which made ${made} of them in ${ms(taken).trim()}; ${errors} errors`
  );
  if (tests !== types || errors > 0) {
    throw new Error('The strikes were not counted right: see the line above.');
  }
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

const ms = (value: number): string => `${value.toFixed(0).padStart(7)} ms`;

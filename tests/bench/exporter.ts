import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';

import { startPostgres } from '../../demo/servers/postgres';
import { buildCatalog } from '../../src/catalog/catalog';
import { type Query } from '../../src/catalog/kinds/query';
import { isQuote } from '../../src/catalog/kinds/source';
import { DEFAULT_SETTINGS } from '../../src/catalog/settings/defaults';
import { SYSTEMS } from '../../src/catalog/systems';
import { answerTimes, type AnswerTimes } from './answerTimes';
import { fillMessages } from './fillMessages';
import { compareCosts, exporterRuns, scrapedRuns } from './tierCost';

const ROOT = path.resolve(__dirname, '../..');
/** The goals are of this many rows: what a query costs grows with its window, what a document's costs with the table. */
const GOAL_ROWS = 5_000_000;
/** A scrape answers so soon, and at the worst so late, however the database is; the process stays below this. */
const GOALS = { answerMs: 50, worstAnswerMs: 1000, memoryMb: 150 } as const;

/** What the table is helped by; each state adds to the one before. */
interface State {
  readonly title: string;
  /** How many times less than the documents' queries ours should cost. */
  readonly goal?: number;
  readonly enter: (client: Client) => Promise<void>;
}

const STATES: readonly State[] = [
  {
    title: 'primary key only',
    enter: async (client) => void (await client.query('DROP INDEX messages_created_at_idx')),
  },
  {
    title: 'index on created_at',
    goal: 15,
    enter: async (client) => void (await client.query('CREATE INDEX messages_created_at_idx ON messages (created_at)')),
  },
  { title: 'optional indexes', goal: 100, enter: accelerate },
];

/**
 * Measures on a table of `rows` messages what the exporter's reading costs the database, against the documents' alert
 * queries run at every scrape, and how soon and how big the exporter is meanwhile.
 * @throws Error when a goal is missed
 */
export async function benchExporter(print: (line: string) => void, rows: number): Promise<void> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'genwatch-bench-'));
  print(`Filling a database with ${rows.toLocaleString('en')} messages of 30 days …`);
  const postgres = await startPostgres({ dataDir, durable: false, settings: SERVER });
  const client = new Client({ connectionString: postgres.url });
  try {
    await client.connect();
    await prepare(client, rows);
    const missed = [...(await costs(client, rows, print)), ...judgeAnswers(await answerTimes(postgres, client), print)];
    if (missed.length > 0) {
      throw new Error(`Goals missed: ${missed.join('; ')}`);
    }
  } finally {
    await client.end();
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** All work of a statement in one process, whose time can be read; nothing else beside it. */
const SERVER = {
  max_parallel_workers_per_gather: '0',
  autovacuum: 'off',
  shared_buffers: '512MB',
  maintenance_work_mem: '256MB',
  max_wal_size: '4GB',
};

async function prepare(client: Client, rows: number): Promise<void> {
  for (const file of ['schema.sql', 'read-only-role.sql']) {
    await client.query(await readFile(path.join(ROOT, 'sql', file), 'utf8'));
  }
  await client.query('DROP INDEX messages_created_at_idx');
  await fillMessages(client, rows);
  await client.query('CREATE INDEX messages_created_at_idx ON messages (created_at)');
}

/** The script as people run it: CONCURRENTLY, a statement at a time. */
async function accelerate(client: Client): Promise<void> {
  const script = await readFile(path.join(ROOT, 'sql', 'acceleration.sql'), 'utf8');
  const statements = script
    .split(/;\s*$/m)
    .filter((statement) => /^(CREATE|ALTER|SET|VACUUM)/m.test(withoutComments(statement)));
  for (const statement of statements) {
    await client.query(statement);
  }
}

const withoutComments = (sql: string) => sql.replace(/^--.*$/gm, '').trim();

async function costs(client: Client, rows: number, print: (line: string) => void): Promise<string[]> {
  const catalog = buildCatalog(SYSTEMS, { ...DEFAULT_SETTINGS, systems: ['validation', 'platform'] });
  const ours = exporterRuns(catalog);
  const theirs = scrapedRuns(catalog.systems.flatMap(({ queries }) => queries).filter(isDocumentedAlert));
  const missed: string[] = [];
  for (const { title, goal, enter } of STATES) {
    print(`\n${title}: building …`);
    await enter(client);
    await client.query('VACUUM (ANALYZE) messages');
    const ratio = await compareCosts(client, { ours, theirs }, print);
    const isMissed = goal !== undefined && rows >= GOAL_ROWS && ratio < goal;
    print(
      `  ${ratio.toFixed(1)} x less` +
        (goal === undefined ? '' : `, goal at 5 M rows: ${goal} x${isMissed ? ' MISSED' : ''}`)
    );
    missed.push(...(isMissed ? [`${title}: ${ratio.toFixed(1)} x instead of ${goal} x`] : []));
  }
  return missed;
}

/** Section 3 of a document holds its alerts. */
const isDocumentedAlert = ({ documented, source }: Query): boolean =>
  documented !== undefined && isQuote(source) && source.section.startsWith('3.');

function judgeAnswers({ free, locked, hanging, memory }: AnswerTimes, print: (line: string) => void): string[] {
  const all = [
    { what: 'answer to a scrape, median', value: free.median, goal: GOALS.answerMs, unit: 'ms' },
    { what: 'answer to a scrape, slowest', value: free.slowest, goal: GOALS.worstAnswerMs, unit: 'ms' },
    { what: '… while the table is locked, slowest', value: locked.slowest, goal: GOALS.worstAnswerMs, unit: 'ms' },
    { what: '… while the database hangs, slowest', value: hanging.slowest, goal: GOALS.worstAnswerMs, unit: 'ms' },
    { what: 'most memory of the exporter', value: memory, goal: GOALS.memoryMb, unit: 'MB' },
  ];
  print('\nThe exporter meanwhile');
  return all.flatMap(({ what, value, goal, unit }) => {
    const isMissed = value > goal;
    print(
      `  ${what.padEnd(48)} ${value.toFixed(1).padStart(8)} ${unit}, goal: at most ${goal}${isMissed ? ' MISSED' : ''}`
    );
    return isMissed ? [`${what}: ${value.toFixed(1)} ${unit}`] : [];
  });
}

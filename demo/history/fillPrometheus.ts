import { rmSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Pool } from 'pg';

import { type Catalog } from '../../src/catalog/catalog';
import { runPromtool } from '../../tools/promql/promtool';
import { HOUR, MINUTE } from '../simulator/plan/time';
import { createPlan } from '../simulator/plan/plan';
import { applicationSeries } from './applicationSeries';
import { exporterSeries } from './exporterSeries';
import { type Ask } from './replay';
import { gridBetween, HISTORY_DAYS } from './grid';
import { lightSeries } from './lightSeries';
import { writeOpenMetrics } from './openMetrics';
import { recordedSeries } from './recordedSeries';
import { type HistorySeries } from './series';
import { lastInBlocks, lastWriting, moveBlocks, tsdbFolder, writeHeadBlock, type Tsdb } from './tsdb';

export interface Filling extends Tsdb {
  readonly promtool: string;
  /** Under the settings of the stack, its addresses included. */
  readonly catalog: Catalog;
  readonly databaseUrl: string;
  /** Up to where the database has all its messages, milliseconds. */
  readonly until: number;
  readonly days?: number;
  readonly progress?: (line: string) => void;
}

/** A shorter pause is a hole that no rule and no eye notices. */
const WORTH_FILLING = 10 * MINUTE;
/** promtool would make a block of every two hours. */
const ONE_BLOCK = '--max-block-duration=768h';

/**
 * Gives Prometheus, before it starts, what it would have scraped and recorded of the messages in the database: 30 days
 * the first time, later what it missed while it did not run.
 * @returns what was done, for people
 * @throws Error when promtool refuses the series; Prometheus starts without them as well
 */
export async function fillPrometheus(filling: Filling): Promise<string> {
  const { until, days = HISTORY_DAYS, signal } = filling;
  const written = lastWriting(filling);
  if (written !== undefined && until - written < WORTH_FILLING) {
    return 'nothing is missing';
  }
  if (written !== undefined) {
    await writeHeadBlock(filling);
  }
  const last = lastInBlocks(filling);
  const instants = gridBetween(last ?? -Infinity, until, days);
  if (last !== undefined && until - last < WORTH_FILLING) {
    return 'nothing is missing';
  }
  signal.throwIfAborted();
  filling.progress?.(`computing what ${last === undefined ? 'the metrics were' : 'they missed'}`);
  const series = await historySeries(filling, instants);
  signal.throwIfAborted();
  const samples = await writeBlocks(filling, series, instants);
  const what = last === undefined ? `${days} days` : `the ${inWords(until - last)} since the last one`;
  return `${samples.toLocaleString('en')} samples of ${series.length} series, ${what}`;
}

/** What was exported, with the labels that the scrape puts on, and what was recorded of it. */
async function historySeries({ catalog, databaseUrl }: Filling, instants: readonly number[]): Promise<HistorySeries[]> {
  const exported = await asking(databaseUrl, (ask) => exporterSeries(ask, catalog, instants));
  const recorded = recordedSeries(catalog, exported, instants);
  const identity = scrapedLabels(catalog, 'exporter');
  const application = scrapedLabels(catalog, 'application');
  const exposed = applicationSeries(createPlan(), instants);
  return [
    ...exported.map((series) => ({ ...series, labels: { ...series.labels, ...identity } })),
    ...exposed.map((series) => ({ ...series, labels: { ...series.labels, ...application } })),
    ...recorded,
    ...lightSeries(catalog, recorded, instants),
  ];
}

/** The labels that the stack's scrape of a producer puts on each series. */
function scrapedLabels(
  { settings: { selectors, targets } }: Catalog,
  producer: 'exporter' | 'application'
): Readonly<Record<string, string>> {
  const [instance = ''] = targets[producer] ?? [];
  return { ...selectors[producer], instance };
}

/** Two statements at a time: one keeps a core busy. */
async function asking<T>(databaseUrl: string, use: (ask: Ask) => Promise<T>): Promise<T> {
  // Compiling a statement takes longer here than running it.
  const pool = new Pool({ connectionString: databaseUrl, max: 2, options: '-c jit=off', application_name: 'genwatch' });
  pool.on('error', () => undefined);
  try {
    return await use(async (statement, parameters) => (await pool.query(statement, [...parameters])).rows);
  } finally {
    await pool.end();
  }
}

/** Beside the database first: a start that is interrupted leaves no half of a block. */
async function writeBlocks(
  { dataDir, promtool }: Filling,
  series: readonly HistorySeries[],
  instants: readonly number[]
): Promise<number> {
  const folder = join(dataDir, 'history');
  const [file, blocks] = [join(folder, 'series.om'), join(folder, 'blocks')];
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(blocks, { recursive: true });
  try {
    const samples = await writeOpenMetrics(file, series, instants);
    const args = ['tsdb', 'create-blocks-from', ONE_BLOCK, '--quiet', 'openmetrics', file, blocks];
    const { passed, output } = await runPromtool(promtool, args);
    if (!passed) {
      throw new Error(`promtool did not take the history of the series: ${output.trim()}`);
    }
    moveBlocks(blocks, tsdbFolder({ dataDir }));
    return samples;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function inWords(milliseconds: number): string {
  const hours = milliseconds / HOUR;
  return hours < 2 ? `${Math.round(milliseconds / MINUTE)} minutes` : `${Math.round(hours)} hours`;
}

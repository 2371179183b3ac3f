import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

import { startPrometheus } from '../servers/prometheus';

/** A database of Prometheus that nobody runs on now. */
export interface Tsdb {
  readonly prometheus: string;
  /** What `startPrometheus` is given as `dataDir`. */
  readonly dataDir: string;
  readonly logFile: string;
  readonly signal: AbortSignal;
}

const meta = z.object({ minTime: z.number(), maxTime: z.number() });
const snapshot = z.object({ data: z.object({ name: z.string() }) });

export const tsdbFolder = ({ dataDir }: Pick<Tsdb, 'dataDir'>): string => join(dataDir, 'tsdb');

/** When Prometheus last wrote what it has not yet made a block of; nothing when there is no such thing. */
export function lastWriting(tsdb: Pick<Tsdb, 'dataDir'>): number | undefined {
  const wal = join(tsdbFolder(tsdb), 'wal');
  const written = namesIn(wal)
    .filter((name) => /^\d+$/.test(name))
    .map((name) => statSync(join(wal, name)))
    .filter(({ size }) => size > 0)
    .map(({ mtimeMs }) => mtimeMs);
  return written.length > 0 ? Math.max(...written) : undefined;
}

/** The last instant of all blocks in milliseconds; nothing when there are none. */
export function lastInBlocks(tsdb: Pick<Tsdb, 'dataDir'>): number | undefined {
  const ends = blocksIn(tsdbFolder(tsdb)).map((block) => {
    const { maxTime } = meta.parse(JSON.parse(readFileSync(join(tsdbFolder(tsdb), block, 'meta.json'), 'utf8')));
    return maxTime - 1;
  });
  return ends.length > 0 ? Math.max(...ends) : undefined;
}

/**
 * Makes a block of what Prometheus holds in memory and in its log, which it would throw away at the next start if there
 * were a later block. Runs it for a moment, without scrapes and rules.
 */
export async function writeHeadBlock(tsdb: Tsdb): Promise<void> {
  const folder = tsdbFolder(tsdb);
  const configFile = join(tsdb.dataDir, 'no-scrapes.yml');
  writeFileSync(configFile, 'scrape_configs: []\n');
  const server = await startPrometheus({
    binary: tsdb.prometheus,
    configFile,
    dataDir: tsdb.dataDir,
    logFile: tsdb.logFile,
    flags: ['--web.enable-admin-api'],
    signal: tsdb.signal,
  });
  let name: string;
  try {
    const response = await fetch(`${server.url}/api/v1/admin/tsdb/snapshot`, { method: 'POST', signal: tsdb.signal });
    ({ name } = snapshot.parse(await response.json()).data);
  } finally {
    await server.stop();
    rmSync(configFile, { force: true });
  }
  moveBlocks(join(folder, 'snapshots', name), folder);
  // From here on the blocks hold everything.
  ['wal', 'chunks_head', 'snapshots'].forEach((part) => rmSync(join(folder, part), { recursive: true, force: true }));
}

/** Moves the blocks that are not there yet. */
export function moveBlocks(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  blocksIn(from)
    .filter((block) => !existsSync(join(to, block)))
    .forEach((block) => renameSync(join(from, block), join(to, block)));
}

/** Blocks are named by a ULID; one without its description was never finished. */
const blocksIn = (folder: string): string[] =>
  namesIn(folder).filter((name) => /^[0-9A-Z]{26}$/.test(name) && existsSync(join(folder, name, 'meta.json')));

const namesIn = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder) : []);

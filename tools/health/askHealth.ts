import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

import { PROJECT_ROOT } from '../../demo/servers/dataFolder';
import { settingsFile } from '../../demo/stack/bundle';
import { readStack } from '../../demo/stack/stackFile';
import { isSameProcess } from '../../demo/stack/takeOver';
import { tieredQueries } from '../../exporter/tieredQuery';
import { buildCatalog, type Catalog } from '../../src/catalog/catalog';
import { suggestion } from '../../src/catalog/settings/nearest';
import { SYSTEMS } from '../../src/catalog/systems';
import { loadSettings } from '../generate/loadSettings';
import { judge } from './judge';
import { measuredIn } from './reading';
import { readDatabase } from './readDatabase';
import { reportOf, type Report } from './report';
import { findTarget, type Target } from './target';

/** Paths that the user named. */
export interface Places {
  readonly config?: string;
  readonly databaseUrlFile?: string;
}

/** What is asked, and of whom. */
export interface Asked {
  readonly catalog: Catalog;
  readonly target: Target;
}

const TIMEOUTS = { statementMs: 10_000, lockMs: 2_000 };

/**
 * The catalog of all systems or of one, under the user's settings.
 * @throws Error with every problem of the settings, or the system that was probably meant
 */
export async function loadCatalog(system: string | undefined, { config, databaseUrlFile }: Places): Promise<Catalog> {
  const { GENWATCH_CONFIG, GENWATCH_DATABASE_URL, GENWATCH_DATABASE_URL_FILE } = process.env;
  const named = databaseUrlFile || GENWATCH_DATABASE_URL || GENWATCH_DATABASE_URL_FILE;
  // The demo is judged by the settings that it runs under.
  const demo = named ? undefined : runningStack()?.config;
  const file = config ?? (GENWATCH_CONFIG || (demo ?? settingsFile(PROJECT_ROOT)));
  const settings = await loadSettings(file, SYSTEMS, (path) => readFile(path, 'utf8'));
  const { systems } = buildCatalog(SYSTEMS, settings);
  const wanted = systems.filter(({ id }) => system === undefined || id === system);
  if (wanted.length === 0) {
    const ids = systems.map(({ id }) => id);
    throw new Error(`There is no system "${system}": ${suggestion(system ?? '', ids)}`);
  }
  return { settings, systems: wanted };
}

/** @throws Error when no database is named, never with its URL */
export const findDatabase = ({ databaseUrlFile }: Places): Target =>
  findTarget({
    urlFile: databaseUrlFile,
    env: process.env,
    readFile: (path) => readFileSync(path, 'utf8'),
    stack: runningStack,
  });

/** Asks once and judges; never rejects: what cannot be read is part of the report. */
export async function checkHealth({ catalog, target }: Asked): Promise<Report> {
  const readings = await readDatabase(target.databaseUrl, tieredQueries(catalog), TIMEOUTS);
  const found = measuredIn(readings);
  const health = Object.fromEntries(
    catalog.systems.flatMap(({ id, health: fields }) => (fields ? [[id, fields(found)]] : []))
  );
  return reportOf({ ...judge(catalog, readings), readings, health, database: target.place, at: new Date() });
}

function runningStack() {
  const stack = readStack();
  return stack && isSameProcess(stack.supervisor) ? stack : undefined;
}

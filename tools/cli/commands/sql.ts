import { readFile } from 'node:fs/promises';
import { Argument, type Command } from 'commander';
import { buildCatalog, type Catalog } from '../../../src/catalog/catalog';
import { SYSTEMS } from '../../../src/catalog/systems';
import { loadSettings } from '../../generate/loadSettings';
import { accelerationScript, dropScript, sizeScript } from '../../sql/acceleration';
import { hasOwnTables, tablesOf } from '../../sql/emitSql';
import { reviewRoleScript } from '../../sql/reviewRole';
import { roleScript } from '../../sql/role';
import { schemaScript } from '../../sql/schema';
import { comment } from '../../sql/script';
import { threeStrikesScript } from '../../sql/threeStrikes/threeStrikesScript';

interface SqlOptions {
  readonly config?: string;
  readonly partitions?: readonly string[];
}

const SCRIPTS = {
  schema: (catalog) => schemaScript(tablesOf(catalog)),
  'three-strikes': threeStrikesScript,
  'review-role': reviewRoleScript,
  role: (catalog) => roleScript(tablesOf(catalog)),
  size: (catalog) => sizeScript(tablesOf(catalog)),
  acceleration: (catalog, partitions) => accelerationScript(tablesOf(catalog), partitions),
  drop: (catalog, partitions) => dropScript(tablesOf(catalog), partitions),
} satisfies Record<string, (catalog: Catalog, partitions?: readonly string[]) => string>;
type Part = keyof typeof SCRIPTS;
/** What is printed when no part is named: not what would undo the rest. */
const ALL: readonly Part[] = ['schema', 'three-strikes', 'review-role', 'role', 'acceleration'];

/** Parts that an installation without the system that needs them has no use for. */
const OWN: readonly Part[] = ['three-strikes', 'review-role'];

/** `genwatch sql`: prints, and connects to nothing. */
export function registerSql(program: Command): void {
  program
    .command('sql')
    .description('print SQL for the database that Genwatch reads; pipe it into psql')
    .addArgument(
      new Argument('[part]', `one of ${PARTS_HELP}; all but size and drop without it`).choices(Object.keys(SCRIPTS))
    )
    .option('--config <file>', 'settings that name your tables, such as genwatch.config.yaml')
    .option(
      '--partitions <names...>',
      'all partitions of the table, where it is partitioned; for acceleration and drop'
    )
    .action(sql);
}

const PARTS_HELP =
  'schema (tables of the demo), three-strikes (learns tests from failures), review-role (may review these), role (may only read), size and acceleration (of optional indexes), drop (these again)';

async function sql(part: Part | undefined, { config, partitions }: SqlOptions): Promise<void> {
  const settings = await loadSettings(config, SYSTEMS, (file) => readFile(file, 'utf8'));
  const catalog = buildCatalog(SYSTEMS, settings);
  const text =
    part === undefined
      ? ALL.filter((one) => !OWN.includes(one) || hasOwnTables(catalog, one))
          .map((one) => `${comment(`==== genwatch sql ${one} ====`)}\n\n${SCRIPTS[one](catalog, partitions)}`)
          .join('\n')
      : SCRIPTS[part](catalog, partitions);
  process.stdout.write(text);
}

import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Command } from 'commander';
import { buildCatalog } from '../../../src/catalog/catalog';
import { explain } from '../../../src/catalog/settings/explain';
import { locate } from '../../../src/catalog/settings/locate';
import { notes } from '../../../src/catalog/settings/notes';
import { SYSTEMS } from '../../../src/catalog/systems';
import { findDrift, leftovers, removeFiles, writeBundle } from '../../generate/files';
import { generateBundle, generateCommitted } from '../../generate/generateBundle';
import { loadSettings } from '../../generate/loadSettings';
import { runbookFiles } from '../../generate/runbookFiles';

interface GenerateOptions {
  readonly check?: boolean;
  readonly config?: string;
  readonly out?: string;
}

export function registerGenerate(program: Command): void {
  program
    .command('generate')
    .description('derive rules, dashboards, provisioning and reference from the catalog')
    .option('--config <file>', 'settings to apply, such as genwatch.config.yaml; needs --out')
    .option('--out <folder>', 'write a bundle that stands alone, rule tests included')
    .option('--check', 'write nothing; fail when a committed file differs from what the catalog says')
    .action(generate);
}

async function generate({ check, config, out }: GenerateOptions): Promise<void> {
  if (config !== undefined && out === undefined) {
    throw new Error(
      '--config changes what is generated: name a folder for it with --out, the committed files stay as they are'
    );
  }
  const settings = await loadSettings(config, SYSTEMS, (file) => readFile(file, 'utf8'));
  const catalog = buildCatalog(SYSTEMS, settings);
  if (out !== undefined) {
    const bundle = new Map([...generateBundle(catalog), ...(await runbookFiles(projectRoot()))]);
    await writeBundle(bundle, out);
    console.log(`${bundle.size} files in ${path.resolve(out)}`);
    if (config !== undefined) {
      const worthKnowing = locate(await readFile(config, 'utf8'), notes(settings, SYSTEMS));
      worthKnowing.forEach((note) => console.log(explain([note], config)));
    }
    console.log(`Try them: promtool test rules ${path.join(out, 'rules/tests/*.test.yaml')}`);
    return;
  }
  const root = projectRoot();
  const bundle = generateCommitted(catalog);
  if (check) {
    await checkCommitted(bundle, root);
    return;
  }
  const stale = await leftovers(bundle, root);
  await writeBundle(bundle, root);
  await removeFiles(stale, root);
  console.log(
    `${bundle.size} files written${stale.length > 0 ? `, ${stale.length} removed: ${stale.join(', ')}` : ''}`
  );
}

async function checkCommitted(bundle: ReturnType<typeof generateCommitted>, root: string): Promise<void> {
  const drift = await findDrift(bundle, root);
  for (const { file, line, message } of drift) {
    console.error(`${file}:${line} ${message}`);
  }
  if (drift.length > 0) {
    const differing = drift.length === 1 ? '1 generated file differs' : `${drift.length} generated files differ`;
    throw new Error(`${differing} from the catalog: run "npm run generate" and commit what it writes`);
  }
  console.log(`${bundle.size} generated files are what the catalog says`);
}

/** The checkout this command belongs to. */
function projectRoot(): string {
  const root = path.resolve(__dirname, '../../..');
  if (!existsSync(path.join(root, 'package.json'))) {
    throw new Error(`${root} is no checkout of Genwatch: use --out to write a bundle elsewhere`);
  }
  return root;
}

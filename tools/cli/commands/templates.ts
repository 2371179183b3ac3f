import { readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Option, type Command } from 'commander';

import { PROJECT_ROOT } from '../../../demo/servers/dataFolder';
import { hasErrorCode } from '../../../demo/servers/hasErrorCode';
import { readStack, type Stack } from '../../../demo/stack/stackFile';
import { isSameProcess } from '../../../demo/stack/takeOver';
import { FAILURE_CATEGORIES, type FailureCategory } from '../../../src/catalog/settings/settings';
import { SYSTEMS } from '../../../src/catalog/systems';
import { type TemplatesDocument } from '../../../src/catalog/templates/minedTemplate';
import { adoptTemplate } from '../../templates/adoptTemplate';
import { askTemplates } from '../../templates/askTemplates';
import { findTemplate } from '../../templates/findTemplate';
import { renderTemplates } from '../../templates/renderTemplates';

interface TemplatesOptions {
  readonly exporter?: string;
  readonly tokenFile?: string;
  readonly json?: boolean;
  readonly adopt?: string;
  readonly name?: string;
  readonly category?: FailureCategory;
  readonly pattern?: string;
  readonly config?: string;
  readonly dryRun?: boolean;
}

export function registerTemplates(program: Command): void {
  program
    .command('templates')
    .description('what messages that no pattern knows have in common, and how one of these becomes a pattern')
    .option('--exporter <url>', 'the exporter to ask; else the running demo')
    .option('--token-file <file>', 'holds the token that it asks for')
    .option('--json', 'print what it answers as JSON')
    .option('--adopt <id>', 'write a pattern for the messages of a template into the settings')
    .option('--name <name>', 'what these messages are called, instead of what is proposed')
    .addOption(
      new Option(
        '--category <category>',
        'their category, instead of what is proposed; for failed generations'
      ).choices(FAILURE_CATEGORIES.filter((category) => category !== 'unknown'))
    )
    .option('--pattern <pattern>', 'a regular expression of your own for them')
    .option('--config <file>', 'the settings; else those of the demo, or genwatch.config.yaml')
    .option('--dry-run', 'with --adopt: show the change, and write nothing')
    .action(templates);
}

async function templates(options: TemplatesOptions): Promise<void> {
  const stack = readStack();
  const demo = stack && isSameProcess(stack.supervisor) ? stack : undefined;
  const document = await askTemplates(exporterOf(options, demo), tokenIn(options.tokenFile));
  if (options.adopt !== undefined) {
    await adopt(options.adopt, document, options, demo);
  } else {
    say(options.json ? JSON.stringify(document, null, 2) : renderTemplates(document, new Date()));
  }
}

async function adopt(
  id: string,
  document: TemplatesDocument,
  { name, category, pattern, config, dryRun }: TemplatesOptions,
  demo: Stack | undefined
): Promise<void> {
  const file = config ?? (process.env.GENWATCH_CONFIG || (demo?.config ?? join(PROJECT_ROOT, 'genwatch.config.yaml')));
  const adopted = adoptTemplate({
    template: findTemplate(id, document.templates),
    choice: { name, category, pattern },
    file,
    text: await textOf(file),
    factories: SYSTEMS,
  });
  say(adopted.diff);
  if (dryRun) {
    say('\nNothing is written.');
    return;
  }
  await writeFile(file, adopted.text);
  say(`\nWritten. Restart the exporter, and run: npx genwatch generate --config ${file} --out <your bundle>`);
}

function exporterOf({ exporter }: TemplatesOptions, demo: Stack | undefined): string {
  const url = exporter ?? demo?.services.exporter?.url;
  if (!url) {
    throw new Error('No exporter is named and no demo of this checkout runs. Name one with --exporter, or: npm start');
  }
  return url;
}

function tokenIn(file: string | undefined): string | undefined {
  const path = file ?? (process.env.GENWATCH_TOKEN_FILE || undefined);
  try {
    return path === undefined ? undefined : readFileSync(path, 'utf8').trim();
  } catch (cause) {
    throw new Error(`The file ${path} with the token cannot be read. Correct the path or its permissions.`, { cause });
  }
}

/** A file that is not there is one that says nothing yet. */
async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    if (hasErrorCode(cause, 'ENOENT')) {
      return '';
    }
    throw new Error(`The settings ${file} cannot be read. Correct the path or its permissions.`, { cause });
  }
}

const say = (text: string): void => void process.stdout.write(`${text}\n`);

import { resolve } from 'node:path';
import { type Command, Option } from 'commander';

import { PAGE_CHOICES, type PageChoice } from '../../../demo/stack/page/chosenPage';
import { startStack } from '../../../demo/stack/startStack';

interface StartOptions {
  readonly tools: string;
  readonly grafana: PageChoice;
  readonly reset?: boolean;
  readonly databaseUrl?: string;
  readonly config?: string;
}

/** npm and the terminal may both hand on one Ctrl-C. */
const SAME_SIGNAL_MS = 1000;

export function registerStart(program: Command): void {
  program
    .command('start')
    .description(
      'start the whole demo: database with 30 days of data, exporter, Prometheus, Alertmanager, alert console'
    )
    .option(
      '--tools <where>',
      'where Prometheus and Alertmanager come from: "path", or "private" to ignore PATH',
      tools,
      'path'
    )
    .addOption(
      new Option(
        '--grafana <what>',
        'what shows the plugin: a grafana on PATH, Docker, or the preview; auto takes the first or the last'
      )
        .choices(PAGE_CHOICES)
        .default('auto')
    )
    .option('--reset', 'remove the data of earlier starts first')
    .option('--config <file>', 'settings instead of genwatch.config.yaml, such as demo/short-windows.config.yaml')
    .option('--database-url <url>', 'use this PostgreSQL instead of the embedded one (or set DATABASE_URL)')
    .action(start);
}

function tools(where: string): string {
  if (where !== 'path' && where !== 'private') {
    throw new Error(`--tools is "${where}": use "path" or "private".`);
  }
  return where;
}

async function start(options: StartOptions): Promise<void> {
  const print = (text: string): void => void process.stdout.write(`${text}\n`);
  const interruption = interruptedBySignal(print);
  const databaseUrl = options.databaseUrl ?? process.env.DATABASE_URL;
  try {
    const stack = await startStack({
      privateTools: options.tools === 'private',
      reset: options.reset === true,
      page: options.grafana,
      ...(databaseUrl && { databaseUrl }),
      ...(options.config && { config: resolve(options.config) }),
      signal: interruption.signal,
      print,
    });
    await interruption.happened;
    await stack.stop();
  } catch (error) {
    if (!interruption.signal.aborted) {
      throw error;
    }
  }
  print('Everything is stopped; the data are kept.');
}

/** The first signal asks for an orderly end, a second one ends everything at once. */
function interruptedBySignal(print: (text: string) => void): { signal: AbortSignal; happened: Promise<void> } {
  const controller = new AbortController();
  let asked: number | undefined;
  const ask = (): void => {
    if (asked === undefined) {
      asked = Date.now();
      print('\nStopping … (once more: at once)');
      controller.abort();
    } else if (Date.now() - asked > SAME_SIGNAL_MS) {
      process.exit(130);
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, ask);
  }
  const happened = new Promise<void>((resolve) => controller.signal.addEventListener('abort', () => resolve()));
  return { signal: controller.signal, happened };
}

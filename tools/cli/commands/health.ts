import { CommanderError, InvalidArgumentError, type Command } from 'commander';
import { healthAlerts } from '../../health/alerts';
import { checkHealth, findDatabase, loadCatalog, type Asked } from '../../health/askHealth';
import { notify } from '../../health/notify';
import { renderLine, renderReport } from '../../health/renderReport';
import { EXIT_CODES, unaskedReport, type Report } from '../../health/report';
import { watch } from '../../health/watch';

interface HealthOptions {
  readonly config?: string;
  readonly databaseUrlFile?: string;
  readonly json?: boolean;
  readonly notify?: boolean;
  readonly watch?: number | true;
}

const DEFAULT_SECONDS = 60;
const LEAST_SECONDS = 5;

/** Its exit codes are a judgement: nothing but the judgement may answer 0, 1 or 2. */
export function registerHealth(program: Command): void {
  program
    .command('health')
    .description(
      'judge the thresholds that the database can answer: exit 0 healthy, 1 warning, 2 critical, 3 cannot tell'
    )
    .argument('[system]', 'only this one')
    .option('--database-url-file <file>', 'holds the URL; else GENWATCH_DATABASE_URL, else the running demo')
    .option('--config <file>', 'settings to judge by, such as genwatch.config.yaml')
    .option('--json', 'print the report as JSON')
    .option('--notify', 'tell Alertmanager what is bad, as GenwatchHealthCheck')
    .option(
      '--watch [seconds]',
      `check again and again (default ${DEFAULT_SECONDS}, at least ${LEAST_SECONDS})`,
      intervalOf
    )
    .exitOverride((error) => {
      throw error.exitCode === 0 ? error : new CommanderError(EXIT_CODES.unknown, error.code, error.message);
    })
    .action(health);
}

async function health(system: string | undefined, options: HealthOptions): Promise<void> {
  process.exitCode = EXIT_CODES.unknown;
  let asked: Asked;
  try {
    asked = { catalog: await loadCatalog(system, options), target: findDatabase(options) };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    say(options.json ? json(unaskedReport(why, new Date()), options) : `Cannot tell: ${why}`);
    return;
  }
  if (options.watch === undefined) {
    const report = await checkHealth(asked);
    say(options.json ? json(report, options) : renderReport(report, colourful()));
    await finish(report, asked, options);
    return;
  }
  await watchHealth(asked, options, options.watch === true ? DEFAULT_SECONDS : options.watch);
}

/** Sets the exit code; a notification that nobody got is "cannot tell", unless it is worse. */
async function finish(report: Report, asked: Asked, options: HealthOptions): Promise<void> {
  process.exitCode = report.exitCode;
  if (!options.notify) {
    return;
  }
  const { settings, systems } = asked.catalog;
  const bases = asked.target.alertmanager
    ? [asked.target.alertmanager]
    : settings.targets.alertmanager.map((address) => `http://${address}`);
  const ids = systems.map(({ id }) => id);
  const unknown = report.checks.filter(({ status }) => status === 'unknown').map(({ threshold }) => threshold);
  const posted = {
    alerts: healthAlerts(report, settings),
    isOver: ({ system = '', rule = '' }) =>
      (ids.includes(system) || rule === 'platform.health_check') && !unknown.includes(rule),
    now: new Date(),
  };
  const told = await Promise.allSettled(bases.map((base) => notify(base, posted)));
  const failed = told.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
  failed.forEach((error) => process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`));
  if (failed.length > 0 && report.exitCode !== EXIT_CODES.critical) {
    process.exitCode = EXIT_CODES.unknown;
  }
}

async function watchHealth(asked: Asked, options: HealthOptions, seconds: number): Promise<void> {
  const stopping = new AbortController();
  const stop = () => stopping.abort();
  process.on('SIGINT', stop).on('SIGTERM', stop);
  let before: string | undefined;
  try {
    await watch(
      async () => {
        const report = await checkHealth(asked);
        const now = JSON.stringify([report.verdict, report.checks.map(({ status }) => status), report.failures]);
        if (options.json) {
          say(json(report, options));
        } else {
          say(now === before ? renderLine(report) : `${renderReport(report, colourful())}\n`);
        }
        before = now;
        await finish(report, asked, options);
      },
      seconds * 1000,
      stopping.signal
    );
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}

function intervalOf(text: string): number {
  const seconds = Number(text);
  if (!/^\d+$/.test(text) || seconds < LEAST_SECONDS || seconds > 86_400) {
    throw new InvalidArgumentError(`Write whole seconds from ${LEAST_SECONDS} to 86400.`);
  }
  return seconds;
}

const say = (text: string): void => void process.stdout.write(`${text}\n`);
/** One line per round while watching, so that each line is a report. */
const json = (report: Report, { watch: watching }: HealthOptions): string =>
  JSON.stringify(report, null, watching === undefined ? 2 : undefined);
const colourful = (): boolean => process.stdout.isTTY === true && !process.env.NO_COLOR;

import { rmSync } from 'node:fs';
import { join } from 'node:path';

import { ensureHost, hostFolder } from '../../preview/bundle/ensureHost';
import { fillPrometheus, type Filling } from '../history/fillPrometheus';
import { commandLine } from '../servers/commandLine';
import { dataFolder, PROJECT_ROOT } from '../servers/dataFolder';
import { makeOwnedFolder, removeOwnedFolder } from '../servers/ownedFolder';
import { findTools } from '../servers/tools';
import { choosePorts } from './addresses';
import { settingsFile, type StackBundle, writeStackBundle } from './bundle';
import { startControlServer } from './controlServer';
import { prepareDatabase, urlAs } from './database';
import {
  alertmanagerService,
  consoleService,
  exporterService,
  postgresService,
  previewService,
  prometheusFiles,
  prometheusService,
  simulatorService,
  type StackPlaces,
} from './definitions';
import { overview, withoutPassword } from './overview';
import { type Access, reviewAccess } from './reviewAccess';
import { createServices, type ServiceDefinition, type Services } from './services';
import { removeStack, type Stack, writeStack } from './stackFile';
import { buildPlugin } from './page/buildPlugin';
import { type ChosenPage, chosenPage, type PageChoice } from './page/chosenPage';
import { dockerGrafanaService } from './page/dockerGrafanaService';
import { grafanaService } from './page/grafanaService';
import { createSteps, type Step } from './steps';
import { takeOver } from './takeOver';

export interface StackOptions {
  /** Take Prometheus and Alertmanager from the project's own folder, whatever is on PATH. */
  readonly privateTools: boolean;
  /** Remove the data first. */
  readonly reset: boolean;
  /** A PostgreSQL server to use instead of the embedded one. */
  readonly databaseUrl?: string;
  /** What shows the plugin. */
  readonly page: PageChoice;
  /** Settings to use instead of the checkout's genwatch.config.yaml. */
  readonly config?: string;
  /** Ends the start, or the running stack. */
  readonly signal: AbortSignal;
  readonly print: (text: string) => void;
}

/** A running stack. */
export interface RunningStack {
  /** Stops everything, last started first, and removes what tells of it; data stay. */
  stop(): Promise<void>;
}

/**
 * Starts the whole demo, step by step. When a step fails, or the signal aborts, what was started is stopped again.
 * @throws Error when another stack of this checkout runs, or a step fails
 */
export async function startStack(options: StackOptions): Promise<RunningStack> {
  const { print, signal } = options;
  const startedAt = new Date();
  const dataDir = dataFolder();
  const config = options.config ?? settingsFile(PROJECT_ROOT);
  const services = createServices({ signal, onChange: () => save(), report: print });
  let ready = false;
  let claimed = false;

  /** What may be told to everybody who asks: no token. */
  const describe = (): Omit<Stack, 'control'> => ({
    ready,
    startedAt: startedAt.toISOString(),
    dataDir,
    ...(config !== undefined && { config }),
    supervisor: { pid: process.pid, command: commandLine(process.pid) },
    services: services.entries(),
  });
  const control = await startControlServer({ state: describe, act: (name, action) => services[action](name) });
  const content = (): Stack => ({ ...describe(), control: { url: control.url, token: control.token } });
  const save = (): void => {
    if (claimed) {
      writeStack(content());
    }
  };
  const release = (): void => {
    if (claimed) {
      claimed = false;
      removeStack();
    }
  };
  /** However this process ends, nothing it started goes on. */
  const endAtOnce = (): void => {
    services.killAll();
    release();
  };
  const stop = async (): Promise<void> => {
    ready = false;
    await services.stopAll();
    await control.close();
    process.removeListener('exit', endAtOnce);
    release();
  };

  process.once('exit', endAtOnce);
  try {
    await takeOver(content(), print);
    claimed = true;
    print(`Genwatch starts. Data and logs: ${dataDir}`);
    if (options.reset) {
      print(removeOwnedFolder(dataDir) ? '  the data of earlier starts are removed' : '  there are no data to remove');
    }
    makeOwnedFolder(dataDir);
    rmSync(join(dataDir, 'logs'), { recursive: true, force: true });
    await startServices(services, createSteps(print), dataDir, { ...options, config });
    ready = true;
    save();
    print(overview(services.entries(), dataDir));
    print(`Ready after ${((Date.now() - startedAt.getTime()) / 1000).toFixed(1)} s.`);
    return { stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startServices(
  services: Services,
  step: Step,
  dataDir: string,
  { databaseUrl: foreignUrl, privateTools, page: wanted, config, signal }: StackOptions
): Promise<void> {
  const places: StackPlaces = { projectRoot: PROJECT_ROOT, dataDir, ports: await choosePorts() };
  const run = (service: ServiceDefinition, why = ''): Promise<void> =>
    step(service.name, async ({ result }) => {
      signal.throwIfAborted();
      await services.add(service);
      const where = service.url === '' ? 'running' : withoutPassword(service.url);
      result(why === '' ? where : `${where} (${why})`);
    });

  const page = await chosenPage(wanted);
  const built = buildPage(page, signal);
  // Told where it is waited for.
  built.catch(() => undefined);

  const tools = await step('tools', async ({ progress, result }) => {
    const found = await findTools({ private: privateTools, log: progress, signal });
    result(`Prometheus ${found.prometheus.version}, Alertmanager ${found.alertmanager.version}`);
    return found;
  });
  const databaseUrl = await step('postgres', async ({ progress, result }) => {
    signal.throwIfAborted();
    const url = await startDatabase(services, places, foreignUrl, progress);
    result(withoutPassword(url));
    return url;
  });
  // What is written from now on comes by itself, and is scraped.
  const until = Date.now();
  await step('history', async ({ progress, result }) =>
    result(
      await prepareDatabase({
        url: databaseUrl,
        projectRoot: PROJECT_ROOT,
        ownServer: foreignUrl === undefined,
        progress,
        signal,
      })
    )
  );
  const bundle = await step('rules', async ({ result }) => {
    const written = await writeStackBundle(join(dataDir, 'bundle'), places.ports, config);
    const alerts = written.catalog.systems.flatMap((system) => system.alerts);
    result(`${alerts.length} alerts from the catalog${config === undefined ? '' : ` under ${config}`}`);
    return written;
  });
  await step('metrics', async ({ progress, result }) =>
    result(
      await fillOrGoOn({
        ...prometheusFiles(places),
        prometheus: tools.prometheus.path,
        promtool: tools.promtool.path,
        catalog: bundle.catalog,
        databaseUrl,
        until,
        progress,
        signal,
      })
    )
  );
  const access: Access =
    foreignUrl === undefined
      ? { readingUrl: urlAs('genwatch_reader', databaseUrl), review: reviewAccess(dataDir, databaseUrl) }
      : { readingUrl: foreignUrl };
  await run(exporterService(places, access, config));
  await run(prometheusService(places, tools, bundle));
  await run(alertmanagerService(places, tools, bundle));
  await run(consoleService(places, config));
  await run(simulatorService(places, databaseUrl));
  await step('plugin', async ({ progress, result }) => {
    const early = await Promise.race([built, Promise.resolve(undefined)]);
    if (early === undefined) {
      progress('webpack still builds the plugin …');
    }
    result(await built);
  });
  await run(pageService(page, places, access, bundle), page.why);
}

/** Builds what the page needs, while the servers start. @returns what was done, for people */
async function buildPage({ kind }: ChosenPage, signal: AbortSignal): Promise<string> {
  const started = Date.now();
  const [plugin, host] = await Promise.all([
    buildPlugin(PROJECT_ROOT, signal),
    kind === 'preview' ? ensureHost({ projectRoot: PROJECT_ROOT, out: hostFolder(PROJECT_ROOT) }) : 'kept',
  ]);
  const took = `in ${((Date.now() - started) / 1000).toFixed(1)} s`;
  return plugin === 'built' ? `built ${took}` : host === 'built' ? `up to date, its page built ${took}` : 'up to date';
}

function pageService(page: ChosenPage, places: StackPlaces, access: Access, bundle: StackBundle): ServiceDefinition {
  switch (page.kind) {
    case 'preview':
      return previewService(places, access, bundle, hostFolder(PROJECT_ROOT));
    case 'binary':
      return grafanaService(places, access, bundle, page);
    case 'docker':
      return dockerGrafanaService(places, access, bundle);
  }
}

/** Without the history of the metrics everything else works as well. */
async function fillOrGoOn(filling: Filling): Promise<string> {
  try {
    return await fillPrometheus(filling);
  } catch (error) {
    filling.signal.throwIfAborted();
    return `left out: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** The URL of the database: the given one, or that of the embedded server once it runs. */
async function startDatabase(
  services: Services,
  places: StackPlaces,
  foreignUrl: string | undefined,
  log: (line: string) => void
): Promise<string> {
  if (foreignUrl !== undefined) {
    services.addForeign('postgres', foreignUrl);
    return foreignUrl;
  }
  const { url } = await services.add(postgresService(places, log));
  return url;
}

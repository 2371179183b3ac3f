import { join } from 'node:path';

import { startAlertmanager } from '../servers/alertmanager';
import { answersOk } from '../servers/answersOk';
import { startPostgres } from '../servers/postgres';
import { startProcess } from '../servers/process';
import { startPrometheus } from '../servers/prometheus';
import { type Tools } from '../servers/toolVersion';
import { disturbancesFolder } from '../simulator/application/disturbances';
import { loopbackUrl, pageUrl, type Ports } from './addresses';
import { type StackBundle } from './bundle';
import { type Access } from './reviewAccess';
import { type ServiceDefinition } from './services';

/** Where things of a stack are. */
export interface StackPlaces {
  readonly projectRoot: string;
  readonly dataDir: string;
  readonly ports: Ports;
}

export const logFile = ({ dataDir }: StackPlaces, name: string): string => join(dataDir, 'logs', `${name}.log`);

export function postgresService(places: StackPlaces, log: (line: string) => void): ServiceDefinition {
  const { postgres: port } = places.ports;
  return {
    name: 'postgres',
    url: `postgresql://genwatch@127.0.0.1:${port}/genwatch`,
    start: (signal) =>
      startPostgres({
        dataDir: join(places.dataDir, 'postgres'),
        port,
        log,
        logFile: logFile(places, 'postgres'),
        signal,
      }),
  };
}

export const prometheusFiles = (places: StackPlaces) => ({
  dataDir: join(places.dataDir, 'prometheus'),
  logFile: logFile(places, 'prometheus'),
});

export function prometheusService(places: StackPlaces, tools: Tools, bundle: StackBundle): ServiceDefinition {
  const { prometheus: port } = places.ports;
  return {
    name: 'prometheus',
    url: loopbackUrl(port),
    start: (signal) =>
      startPrometheus({
        binary: tools.prometheus.path,
        configFile: bundle.prometheusConfig,
        ...prometheusFiles(places),
        port,
        signal,
      }),
  };
}

export function alertmanagerService(places: StackPlaces, tools: Tools, bundle: StackBundle): ServiceDefinition {
  const { alertmanager: port } = places.ports;
  return {
    name: 'alertmanager',
    url: loopbackUrl(port),
    start: (signal) =>
      startAlertmanager({
        binary: tools.alertmanager.path,
        configFile: bundle.alertmanagerConfig,
        dataDir: join(places.dataDir, 'alertmanager'),
        port,
        logFile: logFile(places, 'alertmanager'),
        signal,
      }),
  };
}

export function exporterService(
  places: StackPlaces,
  { readingUrl, review }: Access,
  config: string | undefined
): ServiceDefinition {
  return nodeService(places, {
    name: 'exporter',
    port: places.ports.exporter,
    entry: 'exporter/main.ts',
    env: {
      GENWATCH_DATABASE_URL: readingUrl,
      ...(review && {
        GENWATCH_REVIEW_DATABASE_URL: review.databaseUrl,
        GENWATCH_REVIEW_SECRET_FILE: review.secretFile,
      }),
      ...(config !== undefined && { GENWATCH_CONFIG: config }),
    },
  });
}

export function consoleService(places: StackPlaces, config: string | undefined): ServiceDefinition {
  return nodeService(places, {
    name: 'console',
    port: places.ports.console,
    entry: 'console/main.ts',
    env: {
      GENWATCH_RUNBOOKS: join(places.projectRoot, 'docs', 'runbooks'),
      ...(config !== undefined && { GENWATCH_CONFIG: config }),
    },
    // Its boxes are what the person at the terminal waits for.
    stdoutToTerminal: true,
  });
}

export function simulatorService(places: StackPlaces, databaseUrl: string): ServiceDefinition {
  return nodeService(places, {
    name: 'simulator',
    port: places.ports.simulator,
    entry: 'demo/simulator/main.ts',
    env: { GENWATCH_DATABASE_URL: databaseUrl, GENWATCH_DISTURBANCES: disturbancesFolder(places.dataDir) },
  });
}

/** Where the page finds the servers behind it, and its secrets, by the names of variables that provisioning/grafana takes. */
export function serverAddresses(
  { ports }: StackPlaces,
  { readingUrl, review }: Access
): Readonly<Record<string, string>> {
  const database = new URL(readingUrl);
  return {
    GENWATCH_POSTGRES_ADDRESS: database.host,
    GENWATCH_POSTGRES_DATABASE: database.pathname.slice(1),
    GENWATCH_POSTGRES_USER: decodeURIComponent(database.username),
    GENWATCH_POSTGRES_PASSWORD: decodeURIComponent(database.password),
    GENWATCH_POSTGRES_SSLMODE: database.searchParams.get('sslmode') ?? 'disable',
    GENWATCH_PROMETHEUS_URL: loopbackUrl(ports.prometheus),
    GENWATCH_ALERTMANAGER_URL: loopbackUrl(ports.alertmanager),
    GENWATCH_EXPORTER_URL: loopbackUrl(ports.exporter),
    GENWATCH_CONSOLE_URL: loopbackUrl(ports.console),
    ...(review && { GENWATCH_REVIEW_SECRET: review.secret }),
  };
}

export function previewService(
  places: StackPlaces,
  access: Access,
  bundle: StackBundle,
  hostFolder: string
): ServiceDefinition {
  return nodeService(places, {
    name: 'preview',
    port: places.ports.page,
    url: pageUrl(places.ports.page),
    entry: 'preview/server/main.ts',
    env: {
      ...serverAddresses(places, access),
      GENWATCH_DATABASE_URL: access.readingUrl,
      GENWATCH_DASHBOARDS: bundle.dashboards,
      GENWATCH_PREVIEW_HOST: hostFolder,
      GENWATCH_DATASOURCES: join(bundle.provisioning, 'datasources', 'genwatch.yaml'),
    },
  });
}

interface NodeService {
  readonly name: string;
  /** TypeScript file to run, relative to the project. */
  readonly entry: string;
  /** Where it listens and serves /ready; one without a port tells by IPC when it is ready. */
  readonly port?: number;
  /** For people, instead of the one by its port. */
  readonly url?: string;
  readonly env: Readonly<Record<string, string>>;
  readonly stdoutToTerminal?: boolean;
}

function nodeService(
  places: StackPlaces,
  { name, entry, port, url: shown, env, stdoutToTerminal }: NodeService
): ServiceDefinition {
  const own = port === undefined ? '' : loopbackUrl(port);
  const url = shown ?? own;
  return {
    name,
    url,
    start: (signal) =>
      startProcess({
        name,
        url,
        command: process.execPath,
        args: ['--import', 'tsx', join(places.projectRoot, entry)],
        // Node looks for tsx from here.
        cwd: places.projectRoot,
        env: { ...ownEnvironment(), ...env, ...(port !== undefined && { GENWATCH_LISTEN: `127.0.0.1:${port}` }) },
        logFile: logFile(places, name),
        stdoutToTerminal,
        ipc: true,
        ...(port !== undefined && { ready: () => answersOk(`${own}/ready`) }),
        signal,
      }),
  };
}

/** Settings of services come from here alone: a variable left over in the shell must not bend one. */
export function ownEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(GENWATCH_|PG|DATABASE_URL$)/.test(name))
  );
}

import { commandLine } from '../servers/commandLine';
import { lastLines } from '../servers/lastLines';
import { describeExit } from '../servers/process';
import { type ServerProcess } from '../servers/runningServer';
import { type ServiceEntry, type ServiceState } from './stackFile';

const LINES_SHOWN = 10;

/** A part of the stack: how to start it, always at the same place. */
export interface ServiceDefinition {
  readonly name: string;
  readonly url: string;
  start(signal: AbortSignal): Promise<ServerProcess>;
}

export interface ServicesOptions {
  /** Ends starts that are under way. */
  readonly signal: AbortSignal;
  /** Something in `entries()` changed. */
  readonly onChange: () => void;
  /** Tells a person that a service died. */
  readonly report: (text: string) => void;
}

/** The services of a stack, in the order they were started. */
export interface Services {
  /** Adds a service and starts it. */
  add(definition: ServiceDefinition): Promise<ServerProcess>;
  /** Adds a server that others run: shown, never stopped. */
  addForeign(name: string, url: string): void;
  /** Does nothing when it runs. */
  start(name: string): Promise<void>;
  /** Does nothing when it does not run. */
  stop(name: string): Promise<void>;
  restart(name: string): Promise<void>;
  /** Stops everything, last started first, and refuses starts from now on. */
  stopAll(): Promise<void>;
  /** Ends everything at once, for the impatient. */
  killAll(): void;
  entries(): Readonly<Record<string, ServiceEntry>>;
}

interface Service {
  readonly url: string;
  /** Absent for a foreign server. */
  readonly definition?: ServiceDefinition;
  state: ServiceState;
  server?: ServerProcess | undefined;
  command?: string | undefined;
  /** Requests for one service are done one after the other. */
  pending: Promise<unknown>;
}

export function createServices({ signal, onChange, report }: ServicesOptions): Services {
  const services = new Map<string, Service>();
  let closing = false;

  const change = (service: Service, state: ServiceState, server?: ServerProcess): void => {
    service.state = state;
    service.server = server;
    service.command = server && commandLine(server.pid);
    onChange();
  };

  const inTurn = <T>(service: Service, action: () => Promise<T>): Promise<T> => {
    const result = service.pending.then(action);
    service.pending = result.catch(() => undefined);
    return result;
  };

  const startNow = async (service: Service): Promise<ServerProcess> => {
    if (service.server !== undefined && service.state === 'running') {
      return service.server;
    }
    if (closing || service.definition === undefined) {
      throw new Error('The stack is being stopped.');
    }
    change(service, 'starting');
    try {
      const server = await service.definition.start(signal);
      change(service, 'running', server);
      void server.exited.then((exit) => {
        if (service.server === server && service.state === 'running') {
          change(service, 'failed');
          report(deathNotice(service.definition?.name ?? server.name, server, describeExit(exit)));
        }
      });
      return server;
    } catch (error) {
      change(service, 'failed');
      throw error;
    }
  };

  const stopNow = async (service: Service): Promise<void> => {
    const { server } = service;
    if (server !== undefined) {
      // First the state, so that its end is not taken for a death.
      service.state = 'stopped';
      await server.stop();
      change(service, 'stopped');
    }
  };

  const ours = (name: string): Service => {
    const service = services.get(name);
    if (service === undefined) {
      throw new Error(`There is no service ${name}. There are: ${[...services.keys()].join(', ')}`);
    }
    if (service.definition === undefined) {
      throw new Error(`${name} was not started by Genwatch: stop and start it yourself.`);
    }
    return service;
  };

  return {
    add(definition) {
      const service: Service = { url: definition.url, definition, state: 'starting', pending: Promise.resolve() };
      services.set(definition.name, service);
      return inTurn(service, () => startNow(service));
    },
    addForeign(name, url) {
      services.set(name, { url, state: 'running', pending: Promise.resolve() });
      onChange();
    },
    async start(name) {
      const service = ours(name);
      await inTurn(service, () => startNow(service));
    },
    async stop(name) {
      const service = ours(name);
      await inTurn(service, () => stopNow(service));
    },
    async restart(name) {
      const service = ours(name);
      await inTurn(service, async () => {
        await stopNow(service);
        await startNow(service);
      });
    },
    async stopAll() {
      closing = true;
      for (const service of [...services.values()].reverse()) {
        await inTurn(service, () => stopNow(service));
      }
    },
    killAll() {
      for (const { server } of services.values()) {
        if (server !== undefined) {
          killGroup(server.pid);
        }
      }
    },
    entries() {
      return Object.fromEntries(
        [...services].map(([name, { url, state, server, command }]) => [
          name,
          { url, state, ...(server && { pid: server.pid }), ...(command !== undefined && { command }) },
        ])
      );
    },
  };
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It is gone, which is what was wanted.
  }
}

function deathNotice(name: string, { logFile }: ServerProcess, how: string): string {
  const lines = lastLines(logFile, LINES_SHOWN).map((line) => `    ${line}`);
  return [`${name} ${how}; the rest goes on. The end of ${logFile}:`, ...lines].join('\n');
}

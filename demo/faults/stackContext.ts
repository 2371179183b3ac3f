import { join } from 'node:path';
import { Client, type ClientBase } from 'pg';
import { z } from 'zod';
import { type Catalog } from '../../src/catalog/catalog';
import { disturbancesFolder, disturbancesIn } from '../simulator/application/disturbances';
import { type Stack } from '../stack/stackFile';
import { until } from '../servers/until';
import { type FaultContext } from './fault';
import { changeConfig, type ConfigPlace, restoreConfig } from './prometheusConfig';

const CONNECT_TIMEOUT = 5_000;
/** A service may take its time to get ready; the control server answers when it is. */
const CONTROL_TIMEOUT = 90_000;
const RELOAD_TIMEOUT = 20_000;

/** The running stack, as faults see it. */
export function stackContext(stack: Stack, catalog: Catalog): FaultContext {
  const config: ConfigPlace = {
    folder: join(stack.dataDir, 'bundle', 'provisioning', 'prometheus'),
    reload: () => reloadPrometheus(stack),
  };
  return {
    catalog,
    database: (use) => withDatabase(stack, use),
    services: {
      stop: (name) => controlService(stack, name, 'stop'),
      start: async (name) => {
        const ran = (await servicesNow(stack))[name]?.state === 'running';
        await controlService(stack, name, 'start');
        return !ran;
      },
    },
    application: disturbancesIn(disturbancesFolder(stack.dataDir)),
    prometheus: {
      change: (change) => changeConfig(config, change, catalog.settings),
      restore: (change) => restoreConfig(config, change, catalog.settings),
    },
  };
}

/** As they are now: services that were started again are other processes. */
async function servicesNow({ control }: Stack): Promise<Services> {
  try {
    const response = await fetch(control.url, {
      headers: { authorization: `Bearer ${control.token}` },
      signal: AbortSignal.timeout(CONTROL_TIMEOUT),
    });
    return state.parse(await response.json()).services ?? {};
  } catch (cause) {
    throw new Error('Asking the stack for its services failed: is `npm start` still running?', { cause });
  }
}

const state = z.object({
  services: z.record(z.string(), z.object({ state: z.string(), pid: z.number().optional() })).optional(),
});
type Services = NonNullable<z.infer<typeof state>['services']>;

/** Makes Prometheus read its configuration again, and waits until it has. One that is stopped reads it when it starts. */
async function reloadPrometheus(stack: Stack): Promise<void> {
  const { state: standing, pid } = (await servicesNow(stack)).prometheus ?? {};
  if (standing !== 'running' || pid === undefined) {
    return;
  }
  const asked = Date.now() / 1000;
  process.kill(pid, 'SIGHUP');
  await until(async () => (await reloadedAt(`${stack.services.prometheus?.url}`)) >= Math.floor(asked), {
    what: `Prometheus has read its configuration; the end of its log (in ${stack.dataDir}) says why not`,
    timeoutMs: RELOAD_TIMEOUT,
    everyMs: 100,
  });
}

/** When the last reload succeeded, in seconds. */
async function reloadedAt(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`, { signal: AbortSignal.timeout(CONNECT_TIMEOUT) })).text();
  return Number(/^prometheus_config_last_reload_success_timestamp_seconds (\S+)$/m.exec(text)?.[1] ?? 0);
}

async function withDatabase<T>({ services }: Stack, use: (client: ClientBase) => Promise<T>): Promise<T> {
  const client = new Client({
    connectionString: services.postgres?.url,
    application_name: 'genwatch-fault',
    connectionTimeoutMillis: CONNECT_TIMEOUT,
  });
  // A connection that breaks also fails the query that uses it.
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`The database of the stack does not answer (${reason}): see its log, or start the stack anew`, {
      cause,
    });
  }
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

const refusal = z.object({ error: z.string() });

async function controlService({ control }: Stack, name: string, action: 'stop' | 'start'): Promise<void> {
  const request = `${control.url}/services/${encodeURIComponent(name)}/${action}`;
  let response: Response;
  try {
    response = await fetch(request, {
      method: 'POST',
      headers: { authorization: `Bearer ${control.token}` },
      signal: AbortSignal.timeout(CONTROL_TIMEOUT),
    });
  } catch (cause) {
    throw new Error(`Asking the stack to ${action} the ${name} failed: is \`npm start\` still running?`, { cause });
  }
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok) {
    const said = refusal.safeParse(body);
    throw new Error(
      `The stack did not ${action} the ${name}: ${said.success ? said.data.error : `it answered with status ${response.status}`}`
    );
  }
}

import { Client, type ClientBase } from 'pg';
import { z } from 'zod';
import { type Catalog } from '../../src/catalog/catalog';
import { disturbancesFolder, disturbancesIn } from '../simulator/application/disturbances';
import { type Stack } from '../stack/stackFile';
import { type FaultContext } from './fault';

const CONNECT_TIMEOUT = 5_000;
/** A service may take its time to get ready; the control server answers when it is. */
const CONTROL_TIMEOUT = 90_000;

/** The running stack, as faults see it. */
export function stackContext(stack: Stack, catalog: Catalog): FaultContext {
  const control = (action: 'stop' | 'start') => (name: string) => controlService(stack, name, action);
  return {
    catalog,
    database: (use) => withDatabase(stack, use),
    services: { stop: control('stop'), start: control('start') },
    application: disturbancesIn(disturbancesFolder(stack.dataDir)),
  };
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

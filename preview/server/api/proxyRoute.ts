import { join } from 'node:path';

import { type Answer } from '../http/answer';
import { HttpError } from '../http/httpError';
import { readPluginJson } from '../settings/pluginJson';
import { type ApiRequest } from './apiRequest';

const TIMEOUT_MS = 30_000;

/**
 * Forwards a request to a route of the nested data source, read from its plugin.json. Stricter than Grafana, which takes
 * every path that begins like one: only the paths themselves are served.
 * @throws HttpError in Grafana's way: 502 when nobody answers, 400 when the token is refused
 */
export async function proxyRoute({ options, signal }: ApiRequest, uid: string, path: string): Promise<Answer> {
  const { id, routes } = await readPluginJson(join(options.pluginFolder, 'datasource'));
  const source = options.dataSources.find((one) => one.uid === uid && one.type === id);
  if (!source) {
    throw new HttpError(404, 'data source not found');
  }
  const route = routes.find((one) => one.path === path && one.method === 'GET');
  if (!route) {
    throw new HttpError(502, `The data source has no route ${path}.`);
  }
  const url = rendered(route.url, source.jsonData);
  const response = await fetch(url, {
    redirect: 'manual',
    signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
  }).catch((cause: unknown) => {
    throw new HttpError(502, '', { cause });
  });
  if (response.status === 401) {
    throw new HttpError(400, 'Authentication to data source failed');
  }
  return {
    status: response.status,
    type: response.headers.get('content-type') ?? 'application/octet-stream',
    body: Buffer.from(await response.arrayBuffer()),
  };
}

/** `{{ .JsonData.name }}` is the only form that the addresses of our routes have. */
function rendered(url: string, jsonData: Readonly<Record<string, unknown>>): string {
  const address = url.replace(/\{\{\s*\.JsonData\.(\w+)\s*\}\}/g, (_, name: string) => String(jsonData[name] ?? ''));
  if (!URL.canParse(address)) {
    throw new HttpError(502, '');
  }
  return address;
}

import { join } from 'node:path';

import { type Answer } from '../http/answer';
import { HttpError } from '../http/httpError';
import { mayAct } from '../role';
import { type PluginJson, readPluginJson } from '../settings/pluginJson';
import { type ApiRequest } from './apiRequest';
import { rendered, type RouteValues } from './routeTemplate';

const TIMEOUT_MS = 30_000;
/** Grafana sends a token that it signs; whoever reads it takes this header where there is none. */
const PERSON = { 'x-grafana-user': 'preview' };

/**
 * Forwards a request to a route of the nested data source, read from its plugin.json, for those whose role it asks for and with
 * the headers it adds. Stricter than Grafana, which takes every path that begins like one: only plain paths are served.
 * @throws HttpError in Grafana's way: 502 when nobody answers, 403 for want of a role, 400 when the token is refused
 */
export async function proxyRoute(request: ApiRequest, uid: string, path: string): Promise<Answer> {
  const { options, method, role, contentType, signal } = request;
  const { id, routes } = await readPluginJson(join(options.pluginFolder, 'datasource'));
  const source = options.dataSources.find((one) => one.uid === uid && one.type === id);
  if (!source) {
    throw new HttpError(404, 'data source not found');
  }
  const route = routes.find((one) => one.method === method && isBelow(path, one));
  if (!route) {
    throw new HttpError(502, `The data source has no route ${path}.`);
  }
  if (!mayAct(role, route.reqRole)) {
    throw new HttpError(403, 'plugin proxy route access denied');
  }
  const values: RouteValues = { JsonData: source.jsonData, SecureJsonData: options.secrets[uid] ?? {} };
  const address = rendered(route.url, values) + path.slice(route.path.length);
  if (!URL.canParse(address)) {
    throw new HttpError(502, '');
  }
  const body = method === 'POST' ? await request.body() : undefined;
  const response = await fetch(address, {
    method,
    redirect: 'manual',
    signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
    headers: { ...PERSON, ...(contentType && { 'content-type': contentType }), ...headersOf(route, values) },
    ...(body !== undefined && { body }),
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

type Route = PluginJson['routes'][number];

/** The path of the route, or one below it that needs no encoding. */
const isBelow = (path: string, route: Route): boolean =>
  path.startsWith(route.path) && /^(\/[\w-]+)*$/.test(path.slice(route.path.length));

const headersOf = ({ headers }: Route, values: RouteValues): Record<string, string> =>
  Object.fromEntries(
    headers
      .map(({ name, content }): [string, string] => [name.toLowerCase(), rendered(content, values)])
      .filter(([, value]) => value !== '')
  );

import { type Answer, json } from '../http/answer';
import { HttpError } from '../http/httpError';
import { type ApiRequest } from './apiRequest';
import { dashboardByUid, searchDashboards } from './dashboards';
import { dsQuery } from './dsQuery';
import { pluginSettings } from './pluginSettings';
import { prometheusResource } from './prometheusResource';
import { proxyRoute } from './proxyRoute';

type Handler = (request: ApiRequest, ...parts: string[]) => Promise<Answer>;

/** The part of Grafana's HTTP API that the plugin and the dashboards need. */
const ROUTES: ReadonlyArray<readonly [method: string, path: RegExp, handler: Handler]> = [
  ['POST', /^\/api\/ds\/query$/, dsQuery],
  ['GET', /^\/api\/datasources\/proxy\/uid\/([\w-]+)\/(.*)$/, proxyRoute],
  ['POST', /^\/api\/datasources\/proxy\/uid\/([\w-]+)\/(.*)$/, proxyRoute],
  ['GET', /^\/api\/datasources\/uid\/([\w-]+)\/resources\/api\/v1\/(.+)$/, prometheusResource],
  ['POST', /^\/api\/datasources\/uid\/([\w-]+)\/resources\/api\/v1\/(.+)$/, prometheusResource],
  ['GET', /^\/api\/dashboards\/uid\/([\w-]+)$/, dashboardByUid],
  ['GET', /^\/api\/search$/, searchDashboards],
  ['GET', /^\/api\/plugins\/([\w-]+)\/settings$/, pluginSettings],
];

/** Answers a request below /api; errors are told as Grafana tells them, `{ message }`. */
export async function answerApi(request: ApiRequest): Promise<Answer> {
  for (const [method, path, handler] of ROUTES) {
    const parts = path.exec(request.path);
    if (parts && method === request.method) {
      return handler(request, ...parts.slice(1));
    }
  }
  throw new HttpError(404, `The preview has no ${request.path}: that needs a real Grafana.`);
}

/** An error as an answer. */
export function errorAnswer(error: unknown): Answer {
  const message = error instanceof Error ? error.message : String(error);
  return json({ message }, error instanceof HttpError ? error.status : 500);
}

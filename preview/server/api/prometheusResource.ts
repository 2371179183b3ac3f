import { type Answer } from '../http/answer';
import { HttpError } from '../http/httpError';
import { type ApiRequest } from './apiRequest';

/** What can be asked of Prometheus; all of it only reads. */
const READS = /^(query|query_range|series|labels|label\/[a-zA-Z_]\w*\/values|metadata|rules|alerts)$/;

/** Hands a question on to Prometheus: GET, or POST with a form. */
export async function prometheusResource(request: ApiRequest, uid: string, path: string): Promise<Answer> {
  const source = request.options.dataSources.find((one) => one.uid === uid);
  if (source?.type !== 'prometheus' || !READS.test(path)) {
    throw new HttpError(404, `The preview asks no data source ${uid} for ${path}.`);
  }
  const { method, search, options, signal } = request;
  const form = method === 'POST' ? await request.body() : undefined;
  const response = await fetch(`${options.prometheusUrl}/api/v1/${path}?${search}`, {
    method,
    signal,
    ...(form !== undefined && { body: form, headers: { 'content-type': 'application/x-www-form-urlencoded' } }),
  }).catch((cause: unknown) => {
    throw new HttpError(502, 'Prometheus cannot be reached', { cause });
  });
  return {
    status: response.status,
    type: response.headers.get('content-type') ?? 'application/json',
    body: Buffer.from(await response.arrayBuffer()),
  };
}

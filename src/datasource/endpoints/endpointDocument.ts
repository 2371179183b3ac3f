import { catchError, throwError, type Observable } from 'rxjs';

import { type GenwatchOptions } from '../options';
import { type EndpointId } from '../query/query';
import { type Services } from '../services';
import { ENDPOINT_DEFINITIONS, isConfigured } from './endpoints';

interface Way {
  readonly options: GenwatchOptions;
  readonly proxy: string;
  readonly services: Services;
}

/** The JSON document of an endpoint; fails with what to do when it is not configured or does not answer. */
export function endpointDocument(
  { options, proxy, services }: Way,
  endpoint: EndpointId,
  requestId?: string
): Observable<unknown> {
  const { path, option } = ENDPOINT_DEFINITIONS[endpoint];
  if (!isConfigured(endpoint, options)) {
    return throwError(
      () => new Error(`No address is given for ${NAMES[option]}. Give it in the settings of this data source.`)
    );
  }
  return services
    .getJson(`${proxy}/${path}`, requestId)
    .pipe(catchError((cause: unknown) => throwError(() => refused(cause, NAMES[option], String(options[option])))));
}

const NAMES = {
  exporterUrl: 'the exporter',
  consoleUrl: 'the alert console',
  alertmanagerUrl: 'Alertmanager',
} as const;

/** Grafana's proxy tells little: an upstream 401 comes as 400, and whatever is not reached as 502 without a body. */
function refused(cause: unknown, name: string, address: string): Error {
  const { status, cancelled, data } = Object(cause) as {
    readonly status?: number;
    readonly cancelled?: boolean;
    readonly data?: { readonly message?: string };
  };
  if (cancelled) {
    return new Error('The request was cancelled.', { cause });
  }
  switch (status) {
    case 400:
    case 401:
      return new Error(
        `${name} at ${address} refuses the token. Give its bearer token in the settings of this data source.`,
        { cause }
      );
    case 403:
      return new Error(`You may not read ${name} through this data source. Ask for permission to query it.`, { cause });
    case 404:
      return new Error(`${address} answers, but is not ${name}: it has no such document. Check the address.`, {
        cause,
      });
    case 502:
    case 503:
    case 504:
      return new Error(
        `${name} at ${address} cannot be reached from the Grafana server. Check that it runs, and its address.`,
        { cause }
      );
    default:
      return new Error(
        `${name} at ${address} does not answer as it should: ${data?.message ?? (cause instanceof Error ? cause.message : `status ${status ?? 'unknown'}`)}.`,
        { cause }
      );
  }
}

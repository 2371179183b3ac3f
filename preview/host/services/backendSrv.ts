import { AppEvents, type EventBus } from '@grafana/data';
import { type BackendSrv, type BackendSrvRequest, type FetchError, type FetchResponse } from '@grafana/runtime';
import { lastValueFrom, Observable } from 'rxjs';

/** Failed queries are told by the panel that asked. */
const isQuery = (url: string): boolean => /\/api\/(ds\/query|datasources\/)/.test(url);

/**
 * Grafana's way to its own server: unsubscribing cancels a request, and a request cancels an earlier one of the same id.
 * Other errors than those of queries are shown as toasts unless the caller says otherwise.
 */
export function createBackendSrv(events: EventBus): BackendSrv {
  const underWay = new Map<string, () => void>();

  const fetchOne = <T>(options: BackendSrvRequest): Observable<FetchResponse<T>> =>
    new Observable((subscriber) => {
      const { requestId } = options;
      const controller = new AbortController();
      const cancel = (): void => subscriber.error(cancelled(options));
      if (requestId !== undefined) {
        underWay.get(requestId)?.();
        underWay.set(requestId, cancel);
      }
      send<T>(options, controller.signal).then(
        (response) => {
          subscriber.next(response);
          subscriber.complete();
        },
        (error: FetchError) => {
          if (controller.signal.aborted) {
            return;
          }
          if (options.showErrorAlert ?? !isQuery(options.url)) {
            events.publish({ type: AppEvents.alertError.name, payload: [messageOf(error)] });
          }
          subscriber.error(error);
        }
      );
      return () => {
        controller.abort();
        if (requestId !== undefined && underWay.get(requestId) === cancel) {
          underWay.delete(requestId);
        }
      };
    });

  const request = async <T>(options: BackendSrvRequest): Promise<T> => (await lastValueFrom(fetchOne<T>(options))).data;

  return {
    fetch: fetchOne,
    request,
    datasourceRequest: (options) => lastValueFrom(fetchOne(options)),
    get: (url, params: BackendSrvRequest['params'], requestId, options) =>
      request({ ...options, method: 'GET', url, params, ...(requestId !== undefined && { requestId }) }),
    delete: (url, data, options) => request({ ...options, method: 'DELETE', url, data }),
    post: (url, data, options) => request({ ...options, method: 'POST', url, data }),
    patch: (url, data, options) => request({ ...options, method: 'PATCH', url, data }),
    put: (url, data, options) => request({ ...options, method: 'PUT', url, data }),
    chunked: () => new Observable((subscriber) => subscriber.error(new Error('The preview streams nothing.'))),
  };
}

async function send<T>(options: BackendSrvRequest, signal: AbortSignal): Promise<FetchResponse<T>> {
  const { method = 'GET', data, headers, params } = options;
  const response = await fetch(address(options.url, params), {
    method,
    signal,
    headers: { ...(data !== undefined && { 'content-type': 'application/json' }), ...headers },
    ...(data !== undefined && { body: typeof data === 'string' ? data : JSON.stringify(data) }),
  }).catch((): never => {
    throw failure(options, {
      status: 0,
      statusText: 'The preview does not answer',
      data: { message: 'The preview does not answer: is npm start still running?' },
    });
  });
  const { status, statusText, ok, redirected, type, url } = response;
  const read = parsed(await response.text()) as T;
  if (!ok) {
    throw failure(options, { status, statusText, data: read });
  }
  return { data: read, status, statusText, ok, headers: response.headers, redirected, type, url, config: options };
}

function address(path: string, params: BackendSrvRequest['params']): URL {
  const url = new URL(path.startsWith('/') || path.includes('://') ? path : `/${path}`, location.origin);
  for (const [name, value] of Object.entries<unknown>(params ?? {})) {
    for (const one of [value].flat()) {
      if (one !== undefined && one !== null) {
        url.searchParams.append(name, String(one));
      }
    }
  }
  return url;
}

function parsed(text: string): unknown {
  try {
    return text === '' ? {} : JSON.parse(text);
  } catch {
    return text;
  }
}

const failure = (config: BackendSrvRequest, told: Pick<FetchError, 'status' | 'statusText' | 'data'>): FetchError => ({
  ...told,
  config,
  isHandled: false,
});

const cancelled = (config: BackendSrvRequest): FetchError => ({
  status: -1,
  statusText: 'Request was aborted',
  data: { message: undefined },
  cancelled: true,
  config,
});

const messageOf = ({ data, statusText }: FetchError): string => {
  const { message } = Object(data) as { readonly message?: string };
  return message || statusText || 'The request failed';
};

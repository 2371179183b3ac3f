import { type Account } from './account';

/** Grafana's HTTP API; every verb throws an Error that tells status and message. */
export interface GrafanaApi {
  readonly url: string;
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body: object): Promise<T>;
  patch(path: string, body: object): Promise<void>;
  remove(path: string): Promise<void>;
}

const PATIENCE_MS = 30_000;

/** @param url where Grafana is, a path below included, without a slash at the end */
export function grafanaApi(url: string, { user, password }: Account): GrafanaApi {
  const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  const ask = async (method: string, path: string, body?: object): Promise<unknown> => {
    const response = await fetch(url + path, {
      method,
      headers: { authorization, 'content-type': 'application/json', accept: 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    }).catch((cause: unknown) => {
      throw new Error(`${method} ${path} got no answer: is ${url} the address of Grafana?`, { cause });
    });
    const text = await response.text();
    if (!response.ok) {
      throw new Error(`${method} ${path} was answered with ${response.status}: ${messageOf(text)}`);
    }
    return text === '' ? undefined : JSON.parse(text);
  };
  return {
    url,
    get: async <T>(path: string) => (await ask('GET', path)) as T,
    post: async <T>(path: string, body: object) => (await ask('POST', path, body)) as T,
    patch: async (path, body) => void (await ask('PATCH', path, body)),
    remove: async (path) => void (await ask('DELETE', path)),
  };
}

/** Grafana's own words where there are some; anything else, such as a proxy's page, is cut short. */
function messageOf(text: string): string {
  try {
    const { message } = JSON.parse(text) as { readonly message?: string };
    return message ?? text.slice(0, 200);
  } catch {
    return text.slice(0, 200);
  }
}

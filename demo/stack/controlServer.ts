import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';

import { refusalOf } from './trustedRequest';

/** What can be asked of a service. */
const ACTIONS = ['start', 'stop', 'restart'] as const;
export type ServiceAction = (typeof ACTIONS)[number];

export interface ControlParts {
  /** Answered to `GET /`, as JSON. */
  readonly state: () => unknown;
  /** Done for `POST /services/<name>/<action>`. An error's message is the answer. */
  readonly act: (name: string, action: ServiceAction) => Promise<void>;
}

export interface ControlServer {
  readonly url: string;
  /** Wanted as `Authorization: Bearer <token>`. */
  readonly token: string;
  close(): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** Lets other commands of this user stop and start services of the stack. Loopback only, with a token of its own per start. */
export async function startControlServer(parts: ControlParts): Promise<ControlServer> {
  const token = randomBytes(32).toString('hex');
  const server = createServer((request, response) => {
    void answer(request, parts, token).then(({ status, body }) => {
      response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
      response.end(`${JSON.stringify(body)}\n`);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    token,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(request: IncomingMessage, { state, act }: ControlParts, token: string): Promise<Answer> {
  const refusal = refusalOf(request.headers, request.socket.localPort ?? 0, token);
  if (refusal !== undefined) {
    return {
      status: refusal,
      body: { error: refusal === 401 ? 'The token in stack.json is missing.' : 'Not from here.' },
    };
  }
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  if (request.method === 'GET' && path === '/') {
    return { status: 200, body: state() };
  }
  const [, name, word] = /^\/services\/([a-z-]+)\/([a-z]+)$/.exec(path) ?? [];
  const action = ACTIONS.find((known) => known === word);
  if (request.method !== 'POST' || name === undefined || action === undefined) {
    return { status: 404, body: { error: `Use GET / or POST /services/<name>/<${ACTIONS.join('|')}>.` } };
  }
  try {
    await act(name, action);
    return { status: 200, body: state() };
  } catch (error) {
    return { status: 409, body: { error: error instanceof Error ? error.message : String(error) } };
  }
}

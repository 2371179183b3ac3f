import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

import { answerApi, errorAnswer } from './api/answerApi';
import { answerFile } from './answerFile';
import { type Answer, json } from './http/answer';
import { readBody } from './http/readBody';
import { refusalOf } from './http/refusalOf';
import { type PreviewOptions } from './options';
import { roleOf } from './role';

export interface RunningPreview {
  readonly url: string;
  close(): Promise<void>;
}

const SECURITY = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'content-security-policy': [
    "default-src 'self'",
    // Grafana's packages compile the joins of tables.
    "script-src 'self' 'unsafe-eval'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "frame-ancestors 'none'",
    "base-uri 'self'",
  ].join('; '),
};

/** Serves the preview at `http://localhost:<port>`, on loopback only. */
export async function startPreview(options: PreviewOptions): Promise<RunningPreview> {
  const server = createServer((request, response) => {
    void serve(request, response, options);
  });
  server.listen(options.port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : options.port;
  return {
    url: `http://localhost:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function serve(request: IncomingMessage, response: ServerResponse, options: PreviewOptions): Promise<void> {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const made = await answer(request, gone.signal, options).catch(errorAnswer);
  if (response.destroyed) {
    return;
  }
  const { status, type, body, headers } = unlessKnown(made, request);
  response.writeHead(status, {
    ...SECURITY,
    'cache-control': keptFor(request.url ?? ''),
    ...headers,
    'content-type': type,
    // The rest of a refused body is not waited for.
    ...(!request.complete && { connection: 'close' }),
  });
  response.end(request.method === 'HEAD' || status === 304 ? undefined : body);
}

/** Files that are named after what is in them never change; a rebuilt plugin has to show at the next look. */
const keptFor = (url: string): string =>
  /^\/preview\/[\w.-]+-[A-Z0-9]{8}\.(js|css)$|[?&]_cache=/.test(url) ? 'max-age=31536000, immutable' : 'no-cache';

/** What the browser has already need not be sent. */
const unlessKnown = (made: Answer, { headers }: IncomingMessage): Answer =>
  made.headers?.etag !== undefined && headers['if-none-match'] === made.headers.etag
    ? { ...made, status: 304, body: '' }
    : made;

async function answer(request: IncomingMessage, signal: AbortSignal, options: PreviewOptions): Promise<Answer> {
  const { method = 'GET', headers } = request;
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  const path = decoded(pathname);
  const refusal = refusalOf({ method, path, headers, port: request.socket.localPort ?? 0 });
  if (refusal) {
    return json({ message: refusal.message }, refusal.status);
  }
  if (path === '/ready') {
    return json({ ready: true });
  }
  if (path.startsWith('/api/')) {
    return answerApi({
      method: method === 'HEAD' ? 'GET' : method,
      path,
      search: searchParams,
      contentType: headers['content-type'],
      role: roleOf(headers.cookie),
      body: () => readBody(request),
      signal,
      options,
    });
  }
  return answerFile(path, options);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

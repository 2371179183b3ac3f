import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { cleanText } from './cleanText';
import { HttpError } from './httpError';
import { json, type Answer, type Handler, type Method, type Routes } from './routes';

/** Tells the operator of a refused request: Alertmanager does not repeat those. */
type Warn = (text: string) => void;

/** The console's HTTP server, not yet listening. */
export function consoleServer(routes: Routes, warn: Warn): Server {
  return createServer((request, response) => {
    void answer(routes, request, warn).then((made) => send(request, response, made));
  });
}

async function answer(routes: Routes, request: IncomingMessage, warn: Warn): Promise<Answer> {
  const what = `${request.method} ${request.url}`;
  try {
    return await handlerOf(routes, request)(request);
  } catch (cause) {
    const status = cause instanceof HttpError ? cause.status : 500;
    const message = cause instanceof Error ? cause.message : String(cause);
    if (request.method === 'POST' || status === 500) {
      warn(cleanText(`${what} was answered with ${status}: ${message}`));
    }
    return { ...json({ error: message }, status), ...(cause instanceof HttpError && { headers: cause.headers }) };
  }
}

function handlerOf(routes: Routes, { method = 'GET', url = '/' }: IncomingMessage): Handler {
  const path = url.split('?', 1)[0] ?? url;
  const route = routes(path);
  if (!route) {
    throw new HttpError(404, `There is nothing at ${path}. Try /, /alerts, /health, /ready or /runbooks/<Alert>.md.`);
  }
  const handler = route[(method === 'HEAD' ? 'GET' : method) as Method];
  if (!handler) {
    const allow = Object.keys(route).join(', ');
    throw new HttpError(405, `${path} takes ${allow}, not ${method}.`, { headers: { allow } });
  }
  return handler;
}

function send(request: IncomingMessage, response: ServerResponse, { status, type, text, headers }: Answer): void {
  response.writeHead(status, {
    ...headers,
    'content-type': type,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    // The rest of a refused body is not waited for.
    ...(!request.complete && { connection: 'close' }),
  });
  response.end(text);
  request.resume();
}

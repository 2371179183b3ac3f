import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo } from 'node:net';
import { type Registry } from 'prom-client';

import { type TemplatesDocument } from '../src/catalog/templates/minedTemplate';
import { json, text, type Answer } from './answer';
import { carriesToken } from './bearerToken';
import { type Clock } from './clock';
import { healthOf, notReady } from './health';
import { type Address } from './listenAddress';
import { namesReviews } from './review/namesReviews';
import { NO_REVIEWS, type ReviewApi } from './review/reviewApi';
import { type Source } from './source';

export interface ServerOptions {
  readonly listen: Address;
  /** Asked of whoever reads `/metrics` or `/templates`; the two probes stay open. */
  readonly token?: string;
  /** Serves https instead of http. */
  readonly tls?: Certificate;
  readonly registry: Registry;
  readonly sources: readonly Source[];
  /** What the exporter found in messages that no pattern knows. */
  readonly templates: () => TemplatesDocument;
  readonly clock: Clock;
  readonly version: string;
  /** Writes verdicts; where it is not set up, that is told. */
  readonly review?: ReviewApi;
  /** Told of what should not happen: an answer that could not be made. */
  readonly onError: (error: unknown) => void;
}

/** PEM texts of a certificate with its chain, and of its key. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

/** Everything that is read comes from memory: no such answer waits for the database. */
export interface RunningServer {
  readonly url: string;
  /** Stops accepting, lets answers under way end, and closes what is left after a second. */
  stop(): Promise<void>;
}

const GOODBYE_MS = 1_000;
const REQUEST_MS = 5_000;

/** @throws Error naming address and remedy when it cannot listen, or the certificate when that is of no use */
export async function serve(options: ServerOptions): Promise<RunningServer> {
  const { tls } = options;
  const server = newServer(tls, (request, response) => {
    const send = ({ status, type, body, headers }: Answer) => {
      response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store', ...headers });
      response.end(request.method === 'HEAD' ? undefined : body);
    };
    answer(request, options).then(send, (error: unknown) => {
      options.onError(error);
      send(text(500, 'The exporter failed to answer; its log says more.'));
    });
  });
  await listen(server, options.listen);
  const { port } = server.address() as AddressInfo;
  return { url: `${tls ? 'https' : 'http'}://${inUrl(options.listen.host)}:${port}`, stop: () => close(server) };
}

function newServer(tls: Certificate | undefined, listener: RequestListener): Server {
  const limits = { requestTimeout: REQUEST_MS, headersTimeout: REQUEST_MS };
  if (!tls) {
    return createServer(limits, listener);
  }
  try {
    return createTlsServer({ ...limits, ...tls }, listener);
  } catch (cause) {
    throw new Error(
      'The certificate of GENWATCH_TLS_CERT_FILE and the key of GENWATCH_TLS_KEY_FILE cannot be used. Write both as PEM, and the key that belongs to the certificate.',
      { cause }
    );
  }
}

async function answer(request: IncomingMessage, options: ServerOptions): Promise<Answer> {
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  if (namesReviews(path)) {
    return options.review?.(request, path) ?? NO_REVIEWS;
  }
  const page = Object.hasOwn(PAGES, path) ? PAGES[path as keyof typeof PAGES] : undefined;
  if (!page) {
    return text(404, `There is nothing at this path. The exporter serves ${Object.keys(PAGES).join(', ')}.`);
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return { ...text(405, `${path} can only be read: use GET.`), headers: { allow: 'GET, HEAD' } };
  }
  return page(options, request);
}

type Page = (options: ServerOptions, request: IncomingMessage) => Answer | Promise<Answer>;

const PAGES = {
  '/metrics': withToken(metricsPage),
  '/health': healthPage,
  '/ready': readyPage,
  '/templates': withToken(templatesPage),
} as const satisfies Record<string, Page>;

/** A page for those who know the token, where there is one. */
function withToken(page: Page): Page {
  return (options, request) =>
    options.token === undefined || carriesToken(request.headers.authorization, options.token)
      ? page(options, request)
      : {
          ...text(
            401,
            'This exporter asks for a bearer token: set authorization.credentials_file in the scrape configuration.'
          ),
          headers: { 'www-authenticate': 'Bearer' },
        };
}

async function metricsPage({ registry }: ServerOptions): Promise<Answer> {
  return { status: 200, type: registry.contentType, body: await registry.metrics() };
}

function templatesPage({ templates }: ServerOptions): Answer {
  return json(200, templates());
}

/** The process is alive; how its sources do is told, not judged. */
function healthPage({ sources, clock, version }: ServerOptions): Answer {
  return json(200, { status: 'ok', version, sources: sources.map((source) => healthOf(source, clock)) });
}

function readyPage({ sources, clock }: ServerOptions): Answer {
  const reasons = notReady(sources.map((source) => healthOf(source, clock)));
  return json(reasons.length === 0 ? 200 : 503, { ready: reasons.length === 0, reasons });
}

const inUrl = (host: string) => (host.includes(':') ? `[${host}]` : host);

function listen(server: Server, { host, port }: Address): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const why = LISTEN_ERRORS[cause.code ?? ''] ?? `it failed with ${cause.code ?? cause.name}`;
      reject(new Error(`Cannot listen on ${host}:${port}: ${why}. Set GENWATCH_LISTEN to another address.`, { cause }));
    });
    server.listen({ host, port }, resolve);
  });
}

const LISTEN_ERRORS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program uses the port',
  EACCES: 'this user may not use the port',
  EADDRNOTAVAIL: 'this machine has no such address',
  ENOTFOUND: 'the host name is not known',
};

async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const giveUp = setTimeout(() => server.closeAllConnections(), GOODBYE_MS);
  await closed;
  clearTimeout(giveUp);
}

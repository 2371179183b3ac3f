import { once } from 'node:events';
import { createServer } from 'node:http';

import { type ApplicationMetrics } from './metrics';

export interface ServedApplication {
  close(): Promise<void>;
}

interface ServeOptions {
  /** `127.0.0.1:9466`, or `0.0.0.0:9466` in a container */
  readonly listen: string;
  readonly metrics: ApplicationMetrics;
  /** Answered at `/ready`. */
  readonly isReady: () => boolean;
  readonly onError: (error: unknown) => void;
}

/** The simulated application's `/metrics`, and `/ready`. */
export async function serveApplication({
  listen,
  metrics,
  isReady,
  onError,
}: ServeOptions): Promise<ServedApplication> {
  const server = createServer((request, response) => {
    const send = (status: number, body: string, type = 'text/plain; charset=utf-8') => {
      response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' });
      response.end(body);
    };
    if (request.url === '/ready') {
      send(isReady() ? 200 : 503, isReady() ? 'ready\n' : 'filling the table\n');
    } else if (request.url === '/metrics') {
      metrics.page().then(
        (page) => send(200, page, metrics.contentType),
        (error: unknown) => {
          onError(error);
          send(500, 'The simulated application failed to answer; its log says more.\n');
        }
      );
    } else {
      send(404, 'There is /metrics, and /ready.\n');
    }
  });
  const { hostname, port } = new URL(`http://${listen}`);
  if (hostname !== '127.0.0.1' && hostname !== '0.0.0.0') {
    throw new Error(
      `The simulated application listens on 127.0.0.1, or in a container on 0.0.0.0, not on ${hostname}: change GENWATCH_LISTEN`
    );
  }
  server.listen({ host: hostname, port: Number(port) });
  await once(server, 'listening');
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

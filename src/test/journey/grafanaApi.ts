import { http, HttpResponse, type JsonBodyType } from 'msw';
import { setupServer } from 'msw/node';

/** A series as Prometheus would answer, by what its expression holds. */
export interface FakeSeries {
  readonly labels?: Readonly<Record<string, string>>;
  readonly value: number;
}

/** What Grafana's HTTP API answers; a test changes it as the world would. */
export interface World {
  /** Series by a text that the expression contains: `validation:light:level`. */
  series: Record<string, readonly FakeSeries[]>;
  /** Documents by the path of a route of the Genwatch data source. */
  documents: Record<string, JsonBodyType>;
  /** What queries of a data source fail with, by its uid. */
  failures: Record<string, { readonly status: number; readonly message: string }>;
  /** Files of the plugin by their path in it. */
  files: Record<string, string>;
}

interface AskedQuery {
  readonly refId: string;
  readonly expr?: string;
  readonly datasource: { readonly uid: string };
}

const ROUTES = '/api/datasources/proxy/uid/genwatch/';
const PLUGIN = '/public/plugins/genwatch-codegen-app/';

const below = (folder: string, { url }: Request): string => new URL(url).pathname.slice(folder.length);

/** Grafana's HTTP API, as far as the pages use it. Everything else fails the test that asks for it. */
export function grafanaApi() {
  const nothing = (): World => ({ series: {}, documents: {}, failures: {}, files: {} });
  const world = nothing();
  const server = setupServer(
    http.post('*/api/ds/query', async ({ request }) => {
      const { queries } = (await request.json()) as { queries: readonly AskedQuery[] };
      const failure = queries.map(({ datasource }) => world.failures[datasource.uid]).find((one) => one !== undefined);
      if (failure) {
        return HttpResponse.json({ message: failure.message }, { status: failure.status });
      }
      return HttpResponse.json({
        results: Object.fromEntries(
          queries.map((query) => [query.refId, { status: 200, frames: framesOf(query, world) }])
        ),
      });
    }),
    http.get(`*${ROUTES}*`, ({ request }) => {
      const path = below(ROUTES, request);
      const failure = world.failures[path];
      if (failure) {
        return HttpResponse.json({ message: failure.message }, { status: failure.status });
      }
      const document = world.documents[path];
      return document === undefined ? new HttpResponse(null, { status: 502 }) : HttpResponse.json(document);
    }),
    http.get(`*${PLUGIN}*`, ({ request }) => {
      const file = world.files[below(PLUGIN, request)];
      return file === undefined ? new HttpResponse(null, { status: 404 }) : HttpResponse.text(file);
    })
  );
  return {
    world,
    start: () => server.listen({ onUnhandledRequest: 'error' }),
    reset: () => Object.assign(world, nothing()),
    stop: () => server.close(),
  };
}

const STEP_MS = 60_000;

/** Each series as it is now and was a minute ago. */
function framesOf({ refId, expr = '' }: AskedQuery, { series }: World) {
  const now = Date.now();
  return Object.entries(series)
    .filter(([text]) => expr.includes(text))
    .flatMap(([, all]) =>
      all.map(({ labels = {}, value }) => ({
        schema: {
          refId,
          fields: [
            { name: 'Time', type: 'time' },
            { name: 'Value', type: 'number', labels },
          ],
        },
        data: {
          values: [
            [now - STEP_MS, now],
            [value, value],
          ],
        },
      }))
    );
}

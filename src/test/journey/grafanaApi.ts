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
  /** Rows of PostgreSQL by a text that the statement contains: `AS test_status`. */
  tables: Record<string, ReadonlyArray<Readonly<Record<string, string | number | null>>>>;
  /** What a statement fails with, by a text that it contains; the others go on. */
  refusals: Record<string, string>;
  /** What is sent to a route of the Genwatch data source is answered with, by its path. */
  replies: Record<string, { readonly status: number; readonly body: JsonBodyType }>;
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
  readonly rawSql?: string;
  readonly datasource: { readonly uid: string };
}

interface Sent {
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
}

const ROUTES = '/api/datasources/proxy/uid/genwatch/';
const PLUGIN = '/public/plugins/genwatch-codegen-app/';

const below = (folder: string, { url }: Request): string => new URL(url).pathname.slice(folder.length);

/** Grafana's HTTP API, as far as the pages use it. Everything else fails the test that asks for it. */
export function grafanaApi() {
  const nothing = (): World => ({
    series: {},
    tables: {},
    refusals: {},
    replies: {},
    documents: {},
    failures: {},
    files: {},
  });
  const world = nothing();
  const sent: Sent[] = [];
  const statements: string[] = [];
  const server = setupServer(
    http.post('*/api/ds/query', async ({ request }) => {
      const { queries } = (await request.json()) as { queries: readonly AskedQuery[] };
      const failure = queries.map(({ datasource }) => world.failures[datasource.uid]).find((one) => one !== undefined);
      if (failure) {
        return HttpResponse.json({ message: failure.message }, { status: failure.status });
      }
      statements.push(...queries.flatMap(({ rawSql = [] }) => rawSql));
      return HttpResponse.json({
        results: Object.fromEntries(queries.map((query) => [query.refId, answerTo(query, world)])),
      });
    }),
    http.post(`*${ROUTES}*`, async ({ request }) => {
      const path = below(ROUTES, request);
      sent.push({ path, body: (await request.json()) as Sent['body'] });
      const reply = world.replies[path];
      return reply ? HttpResponse.json(reply.body, { status: reply.status }) : new HttpResponse(null, { status: 502 });
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
    /** What was sent to routes of the Genwatch data source. */
    sent,
    /** What PostgreSQL was asked. */
    statements,
    start: () => server.listen({ onUnhandledRequest: 'error' }),
    reset: () => {
      Object.assign(world, nothing());
      sent.length = 0;
      statements.length = 0;
    },
    stop: () => server.close(),
  };
}

const STEP_MS = 60_000;

function answerTo(query: AskedQuery, world: World) {
  const refusal = Object.entries(world.refusals).find(([text]) => query.rawSql?.includes(text))?.[1];
  return refusal === undefined
    ? { status: 200, frames: framesOf(query, world) }
    : { status: 500, error: refusal, frames: [] };
}

const framesOf = (query: AskedQuery, world: World) =>
  query.rawSql === undefined ? seriesFrames(query, world) : tableFrames(query, world);

/** The rows of a statement; a table that no test fills is empty. */
function tableFrames({ refId, rawSql = '' }: AskedQuery, { tables }: World) {
  const rows = Object.entries(tables).find(([text]) => rawSql.includes(text))?.[1] ?? [];
  const names = Object.keys(rows[0] ?? {});
  return [
    {
      schema: {
        refId,
        fields: names.map((name) => ({
          name,
          type: rows.some((row) => typeof row[name] === 'number') ? 'number' : 'string',
        })),
      },
      data: { values: names.map((name) => rows.map((row) => row[name] ?? null)) },
    },
  ];
}

/** Each series as it is now and was a minute ago. */
function seriesFrames({ refId, expr = '' }: AskedQuery, { series }: World) {
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

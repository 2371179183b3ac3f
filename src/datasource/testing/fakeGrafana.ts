import {
  dateTime,
  type DataQueryRequest,
  type DataQueryResponse,
  type DataSourceApi,
  type DataSourceInstanceSettings,
  type ScopedVars,
} from '@grafana/data';
import { type DataQuery } from '@grafana/schema';
import { of, throwError, type Observable } from 'rxjs';

import { GenwatchDataSource } from '../GenwatchDataSource';
import { type GenwatchOptions } from '../options';
import { type GenwatchQuery } from '../query/query';
import { type Services } from '../services';

type Answering = (request: DataQueryRequest<DataQuery>) => Observable<DataQueryResponse>;

interface FakeSource {
  readonly type: string;
  readonly answer: Answering;
}

/** What the tests let Grafana know and answer. */
export interface FakeGrafana {
  readonly sources?: Readonly<Record<string, FakeSource>>;
  readonly variables?: Readonly<Record<string, string | readonly string[]>>;
  /** By path below the proxy: a document, or what Grafana's fetch rejects with. */
  readonly documents?: Readonly<Record<string, unknown>>;
  readonly refusals?: Readonly<Record<string, unknown>>;
}

const PROXY = '/api/datasources/proxy/uid/genwatch';
export const POSTGRES = { type: 'grafana-postgresql-datasource', uid: 'pg' } as const;
export const PROMETHEUS = { type: 'prometheus', uid: 'prom' } as const;

/** Grafana's services with everything that is not said missing; keeps what delegates were asked. */
function fakeServices({ sources = {}, variables = {}, documents = {}, refusals = {} }: FakeGrafana) {
  const asked: Array<{ readonly uid: string; readonly request: DataQueryRequest<DataQuery> }> = [];
  const documentAt = (url: string) => {
    const path = url.slice(PROXY.length + 1);
    return path in documents ? of(documents[path]) : throwError(() => refusals[path] ?? { status: 502 });
  };
  const services: Services = {
    find: (uid) => {
      const source = sources[uid];
      return source
        ? Promise.resolve({
            type: source.type,
            name: uid,
            query: (request: DataQueryRequest<DataQuery>) => {
              asked.push({ uid, request });
              return source.answer(request);
            },
          } as unknown as DataSourceApi)
        : Promise.reject(new Error(`Data source ${uid} was not found`));
    },
    replace: (text, scopedVars: ScopedVars = {}, format) =>
      text.replace(/\$\{?(\w+)\}?/g, (whole, name: string) => {
        const value: unknown = scopedVars[name]?.value ?? variables[name];
        if (value === undefined) {
          return whole;
        }
        return format ? format(value as string | string[]) : String(value);
      }),
    getJson: documentAt,
    postJson: documentAt,
  };
  return { services, asked };
}

export function fakeDataSource(options: GenwatchOptions, grafana: FakeGrafana = {}) {
  const { services, asked } = fakeServices(grafana);
  const settings = { url: PROXY, jsonData: options } as DataSourceInstanceSettings<GenwatchOptions>;
  return { datasource: new GenwatchDataSource(settings, services), asked };
}

export function requestOf(
  ...targets: ReadonlyArray<Omit<GenwatchQuery, 'refId'> & { readonly refId?: string } & Record<string, unknown>>
): DataQueryRequest<GenwatchQuery> {
  const to = dateTime('2026-03-01T12:00:00Z');
  const from = dateTime('2026-03-01T06:00:00Z');
  return {
    app: 'dashboard',
    requestId: 'Q1',
    interval: '1m',
    intervalMs: 60_000,
    range: { from, to, raw: { from, to } },
    scopedVars: {},
    startTime: 0,
    timezone: 'utc',
    targets: targets.map((target, i) => ({ refId: String.fromCharCode(65 + i), ...target }) as GenwatchQuery),
  };
}

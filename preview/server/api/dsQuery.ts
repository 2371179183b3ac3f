import { type DataFrameJSON } from '@grafana/data';

import { type Answer, json } from '../http/answer';
import { answerSql } from '../postgres/answerSql';
import { answerPromql } from '../prometheus/answerPromql';
import { type AskedQuery, readQueryRequest } from '../queryRequest';
import { type ApiRequest } from './apiRequest';

interface Result {
  readonly status: number;
  readonly frames: readonly DataFrameJSON[];
  readonly error?: string;
}

/** `POST /api/ds/query`: each query by itself, so that one that fails leaves the others their answers. */
export async function dsQuery({ body, options, signal }: ApiRequest): Promise<Answer> {
  const { range, queries } = readQueryRequest(await body());
  const answer = (query: AskedQuery): Promise<DataFrameJSON[]> => {
    const { uid } = query.datasource;
    switch (options.dataSources.find((source) => source.uid === uid)?.type) {
      case 'grafana-postgresql-datasource':
        return answerSql(query, { databaseUrl: options.databaseUrl, range, signal });
      case 'prometheus':
        return answerPromql(query, { prometheusUrl: options.prometheusUrl, range, signal });
      default:
        return Promise.reject(new Error(`data source ${uid} was not found, or cannot be asked here`));
    }
  };
  const results = await Promise.all(
    queries.map(async (query): Promise<readonly [string, Result]> => {
      try {
        return [query.refId, { status: 200, frames: await answer(query) }];
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        return [query.refId, { status: 400, frames: [], error: message }];
      }
    })
  );
  const failed = results.some(([, { status }]) => status !== 200);
  return json({ results: Object.fromEntries(results) }, failed ? 400 : 200);
}

import { type DataFrameJSON } from '@grafana/data';
import { z } from 'zod';

import { type AskedQuery } from '../queryRequest';
import { type Range, withMacros } from './macros';
import { readRows, type Rows } from './readRows';
import { sqlFrame } from './sqlFrame';

const sqlQuery = z.object({
  refId: z.string(),
  rawSql: z.string(),
  format: z.enum(['table', 'time_series']).default('table'),
});

interface Way {
  readonly databaseUrl: string;
  readonly range: Range;
  readonly signal: AbortSignal;
}

const TIMEOUT_MS = 30_000;
/** More than a browser can show. */
const ROW_LIMIT = 50_000;

/**
 * Answers one query of the PostgreSQL data source.
 * @throws Error in Grafana's words
 */
export async function answerSql(query: AskedQuery, { databaseUrl, range, signal }: Way): Promise<DataFrameJSON[]> {
  const { refId, rawSql, format } = sqlQuery.parse(query);
  if (rawSql.trim() === '') {
    return [];
  }
  const sql = withMacros(rawSql, range);
  const rows = await readRows({ databaseUrl, sql, timeoutMs: TIMEOUT_MS, limit: ROW_LIMIT, signal }).catch(
    inGrafanasWords
  );
  return [sqlFrame(rows, { refId, format, rowLimit: ROW_LIMIT })];
}

function inGrafanasWords(cause: unknown): Rows {
  const { code } = Object(cause) as { readonly code?: string };
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'ETIMEDOUT') {
    throw new Error('db query error: failed to connect to server - the database cannot be reached', { cause });
  }
  throw new Error(`db query error: pq: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
}

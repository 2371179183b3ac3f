import { type DataFrameJSON } from '@grafana/data';
import { z } from 'zod';

import { type Range } from '../postgres/macros';
import { type AskedQuery } from '../queryRequest';
import { askPrometheus } from './askPrometheus';
import { seriesFrames, tableFrame } from './seriesFrames';
import { stepMs } from './stepMs';

const DEFAULT_INTERVAL_MS = 60_000;
const SECOND_MS = 1000;

const promqlQuery = z.object({
  refId: z.string(),
  expr: z.string(),
  range: z.boolean().optional(),
  instant: z.boolean().optional(),
  legendFormat: z.string().default(''),
  format: z.string().default('time_series'),
  interval: z.string().optional(),
  intervalMs: z.number().default(DEFAULT_INTERVAL_MS),
});
type PromqlQuery = z.infer<typeof promqlQuery>;

interface Way {
  readonly prometheusUrl: string;
  readonly range: Range;
  readonly signal: AbortSignal;
}

/**
 * Answers one query of the Prometheus data source: over the range, at its end, or both.
 * @throws Error with Prometheus's words
 */
export async function answerPromql(asked: AskedQuery, way: Way): Promise<DataFrameJSON[]> {
  const query = promqlQuery.parse(asked);
  if (query.expr.trim() === '') {
    return [];
  }
  const answers = await Promise.all([
    ...(query.instant ? [atEnd(query, way)] : []),
    ...(query.range || !query.instant ? [overRange(query, way)] : []),
  ]);
  return answers.flat();
}

async function atEnd({ refId, expr, legendFormat, format }: PromqlQuery, way: Way): Promise<DataFrameJSON[]> {
  const parameters = { query: expr, time: String(way.range.to.getTime() / SECOND_MS) };
  const series = await askPrometheus({ ...way, path: 'query', parameters });
  const asked = { refId, legendFormat, executed: expr };
  return format === 'table' ? [tableFrame(series, asked)] : seriesFrames(series, asked);
}

async function overRange(query: PromqlQuery, way: Way): Promise<DataFrameJSON[]> {
  const { refId, expr, legendFormat, format, interval, intervalMs } = query;
  const [from, to] = [way.range.from.getTime(), way.range.to.getTime()];
  const step = stepMs({ rangeMs: to - from, intervalMs, interval });
  // At whole steps, so that lines do not dance when the page refreshes.
  const aligned = (at: number): string => String((Math.floor(at / step) * step) / SECOND_MS);
  const series = await askPrometheus({
    ...way,
    path: 'query_range',
    parameters: { query: expr, start: aligned(from), end: aligned(to), step: String(step / SECOND_MS) },
  });
  const asked = { refId, legendFormat, stepMs: step, executed: expr };
  return format === 'table' ? [tableFrame(series, asked)] : seriesFrames(series, asked);
}

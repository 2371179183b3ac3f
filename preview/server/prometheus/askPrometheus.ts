import { z } from 'zod';

const sample = z.tuple([z.number(), z.string()]);
const labels = z.record(z.string(), z.string());

const answer = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('success'),
    data: z.discriminatedUnion('resultType', [
      z.object({
        resultType: z.literal('matrix'),
        result: z.array(z.object({ metric: labels, values: z.array(sample) })),
      }),
      z.object({ resultType: z.literal('vector'), result: z.array(z.object({ metric: labels, value: sample })) }),
      z.object({ resultType: z.literal('scalar'), result: sample }),
      z.object({ resultType: z.literal('string'), result: sample }),
    ]),
  }),
  z.object({ status: z.literal('error'), errorType: z.string(), error: z.string() }),
]);

/** One series of an answer; times are milliseconds. */
export interface Series {
  readonly labels: Readonly<Record<string, string>>;
  readonly times: readonly number[];
  readonly values: readonly number[];
}

interface Asked {
  readonly prometheusUrl: string;
  readonly path: 'query' | 'query_range';
  readonly parameters: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

/**
 * Asks Prometheus for series.
 * @throws Error with Prometheus's words, or that it cannot be reached
 */
export async function askPrometheus({ prometheusUrl, path, parameters, signal }: Asked): Promise<Series[]> {
  const url = `${prometheusUrl}/api/v1/${path}`;
  const response = await fetch(url, { method: 'POST', body: new URLSearchParams(parameters), signal }).catch(
    (cause: unknown) => {
      signal.throwIfAborted();
      throw new Error(`Post "${url}": Prometheus cannot be reached`, { cause });
    }
  );
  const read = answer.safeParse(await response.json().catch(() => undefined));
  if (!read.success) {
    throw new Error(`Prometheus answers with status ${response.status} and nothing that can be read`);
  }
  if (read.data.status === 'error') {
    throw new Error(`${read.data.errorType}: ${read.data.error}`);
  }
  const { data } = read.data;
  switch (data.resultType) {
    case 'matrix':
      return data.result.map(({ metric, values }) => series(metric, values));
    case 'vector':
      return data.result.map(({ metric, value }) => series(metric, [value]));
    default:
      return [series({}, [data.result])];
  }
}

const series = (metric: Record<string, string>, samples: ReadonlyArray<readonly [number, string]>): Series => ({
  labels: metric,
  times: samples.map(([at]) => Math.round(at * 1000)),
  values: samples.map(([, value]) => numberOf(value)),
});

/** Prometheus writes +Inf, -Inf and NaN. */
const numberOf = (text: string): number => Number(text.replace('Inf', 'Infinity'));

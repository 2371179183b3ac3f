import { type DataFrameJSON } from '@grafana/data';

import { type Column, frameJson } from '../frame';
import { type Series } from './askPrometheus';
import { legend } from './legend';

interface Asked {
  readonly refId: string;
  readonly legendFormat: string;
  /** Distance of the samples, for gaps; nothing for an instant. */
  readonly stepMs?: number;
  readonly executed: string;
}

/** A frame per series, as Grafana's Prometheus data source answers. */
export const seriesFrames = (all: readonly Series[], asked: Asked): DataFrameJSON[] =>
  all.map((one) =>
    frameJson({ refId: asked.refId, name: legend(one, asked.legendFormat, all), meta: metaOf(asked) }, [
      {
        name: 'Time',
        type: 'time',
        values: one.times,
        ...(asked.stepMs !== undefined && { config: { interval: asked.stepMs } }),
      },
      {
        name: 'Value',
        type: 'number',
        values: one.values,
        labels: one.labels,
        config: { displayNameFromDS: legend(one, asked.legendFormat, all) },
      },
    ])
  );

/** One table with a column per label, for the format "table". */
export function tableFrame(all: readonly Series[], asked: Asked): DataFrameJSON {
  const names = [...new Set(all.flatMap(({ labels }) => Object.keys(labels)))].sort();
  const rows = all.flatMap(({ labels, times, values }) =>
    times.map((at, i) => ({ at, labels, value: values[i] ?? null }))
  );
  return frameJson({ refId: asked.refId, meta: metaOf(asked) }, [
    { name: 'Time', type: 'time', values: rows.map(({ at }) => at) },
    ...names.map((name): Column => ({ name, type: 'string', values: rows.map(({ labels }) => labels[name] ?? '') })),
    { name: 'Value', type: 'number', values: rows.map(({ value }) => value) },
  ]);
}

const metaOf = ({ stepMs, executed }: Asked): NonNullable<DataFrameJSON['schema']>['meta'] => ({
  type: (stepMs === undefined ? 'numeric-multi' : 'timeseries-multi') as never,
  typeVersion: [0, 1],
  executedQueryString: `Expr: ${executed}${stepMs === undefined ? '' : `\nStep: ${stepMs / 1000}s`}`,
});

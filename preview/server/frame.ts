import { type DataFrameJSON, type FieldSchema, type FieldType } from '@grafana/data';

/** A column of an answer; times are milliseconds. */
export interface Column {
  readonly name: string;
  readonly type: 'time' | 'number' | 'string' | 'boolean';
  readonly values: ReadonlyArray<number | string | boolean | null>;
  readonly labels?: Readonly<Record<string, string>>;
  readonly config?: FieldSchema['config'];
}

interface FrameOptions {
  readonly refId: string;
  readonly name?: string;
  readonly meta?: NonNullable<DataFrameJSON['schema']>['meta'];
}

/** A frame as Grafana's API writes it: JSON has no NaN and no infinity, so their places are told besides. */
export function frameJson({ refId, name, meta }: FrameOptions, columns: readonly Column[]): DataFrameJSON {
  return {
    schema: {
      refId,
      ...(name !== undefined && { name }),
      ...(meta && { meta }),
      fields: columns.map(({ name: column, type, labels, config }) => ({
        name: column,
        type: type as FieldType,
        ...(labels && { labels: { ...labels } }),
        ...(config && { config }),
      })),
    },
    data: {
      values: columns.map(({ values }) => [...values]),
      entities: columns.map(({ values }) => ({
        NaN: placesOf(values, Number.NaN),
        Inf: placesOf(values, Number.POSITIVE_INFINITY),
        NegInf: placesOf(values, Number.NEGATIVE_INFINITY),
      })),
    },
  };
}

const placesOf = (values: Column['values'], wanted: number): number[] =>
  values.flatMap((value, place) => (Object.is(value, wanted) ? [place] : []));

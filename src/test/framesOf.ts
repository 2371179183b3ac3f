import { createDataFrame, FieldType, LoadingState, type DataFrame, type PanelData } from '@grafana/data';

import { type Answers, answersOf } from '../shared/answers';

type Labels = Readonly<Record<string, string>>;

/** A series as Prometheus answers with it: a point per minute, the last one at 12:00; nothing stands for a gap. */
export const seriesFrame = (refId: string, labels: Labels, ...values: ReadonlyArray<number | undefined>): DataFrame => {
  const points = values.flatMap((value, i) =>
    value === undefined ? [] : [{ time: minute(i - values.length + 1), value }]
  );
  return createDataFrame({
    refId,
    fields: [
      { name: 'Time', type: FieldType.time, values: points.map(({ time }) => time) },
      { name: 'Value', type: FieldType.number, labels, values: points.map(({ value }) => value) },
    ],
  });
};

/** So many minutes after 12:00, in ms. */
export const minute = (minutes: number): number => Date.parse('2026-03-01T12:00:00Z') + minutes * 60_000;

/** A table as the data source makes it of a JSON document; the first row tells the columns. */
export const tableFrame = (refId: string, ...rows: ReadonlyArray<Readonly<Record<string, unknown>>>): DataFrame =>
  createDataFrame({
    refId,
    fields: Object.keys(rows[0] ?? { since: 0 }).map((name) => ({
      name,
      type: FieldType.other,
      values: rows.map((row) => row[name] ?? null),
    })),
  });

interface Given {
  readonly frames?: readonly DataFrame[];
  /** By query. */
  readonly errors?: Readonly<Record<string, string>>;
  readonly state?: LoadingState;
}

/** Answers as a page gets them. */
export const answersGiven = ({ frames = [], errors = {}, state = LoadingState.Done }: Given): Answers =>
  answersOf({
    state,
    series: [...frames],
    errors: Object.entries(errors).map(([refId, message]) => ({ refId, message })),
  } as PanelData);

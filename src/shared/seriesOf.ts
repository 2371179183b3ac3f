import { FieldType, type DataFrame } from '@grafana/data';

/** One series as frames tell it: its labels, and its values with their times (ms since 1970), the oldest first. */
export interface Series {
  readonly labels: Readonly<Record<string, string>>;
  readonly points: ReadonlyArray<{ readonly time: number; readonly value: number }>;
}

/** The series in frames of Prometheus, each with a field of times and any number of fields of values; gaps are left out. */
export const seriesOf = (frames: readonly DataFrame[]): Series[] =>
  frames.flatMap(({ fields }) => {
    const times: readonly unknown[] = fields.find(({ type }) => type === FieldType.time)?.values ?? [];
    return fields
      .filter(({ type }) => type === FieldType.number)
      .map(({ labels = {}, values }) => ({
        labels,
        points: (values as readonly unknown[]).flatMap((value, i) =>
          typeof value === 'number' && !Number.isNaN(value) ? [{ time: Number(times[i]), value }] : []
        ),
      }));
  });

/** The last value of each series that has one. */
export const lastValues = (frames: readonly DataFrame[]): Array<Pick<Series, 'labels'> & { readonly value: number }> =>
  seriesOf(frames).flatMap(({ labels, points }) => {
    const last = points.at(-1);
    return last ? [{ labels, value: last.value }] : [];
  });

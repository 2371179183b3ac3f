import { type DataFrame } from '@grafana/data';

/** The rows of tables by the names of their columns. */
export const rowsOf = (frames: readonly DataFrame[]): Array<Readonly<Record<string, unknown>>> =>
  frames.flatMap(({ fields, length }) =>
    Array.from({ length }, (_, i) =>
      Object.fromEntries(fields.map(({ name, values }): [string, unknown] => [name, values[i]]))
    )
  );

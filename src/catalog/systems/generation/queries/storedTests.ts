import { type RunsColumn, type Settings, type TestsColumn } from '../../../settings/settings';
import { identifier, tableName } from '../../../sql/identifier';
import { isWithin, readInstant, type InstantColumn, type Range } from '../../../sql/instant';

/** All tests as a table expression: the columns by their documented names, and the two times as `timestamptz`. */
export function storedTests({ generation: { tests }, zones }: Settings): string {
  const { created_at: madeAt, reviewed_at: reviewedAt, ...columns } = tests.columns;
  const list = (Object.keys(columns) as Array<keyof typeof columns>).map(
    (name) => `${identifier(columns[name])} AS ${name satisfies TestsColumn}`
  );
  const instant = (column: string) => readInstant({ column, type: tests.timestamps, zone: zones.timestamps });
  return `(
  SELECT ${[...list, `${instant(reviewedAt)} AS reviewed_at`, `${instant(madeAt)} AS created_at`].join(', ')}
  FROM ${tableName(tests.table)}
) AS test`;
}

/** The runs of tests, of a range or of all time, as a table expression: the columns by their documented names, and `at`. */
export function storedRuns({ generation: { runs }, zones }: Settings, range?: Range): string {
  const { created_at: ranAt, ...columns } = runs.columns;
  const list = (Object.keys(columns) as Array<keyof typeof columns>).map(
    (name) => `${identifier(columns[name])} AS ${name satisfies RunsColumn}`
  );
  const at: InstantColumn = { column: ranAt, type: runs.timestamps, zone: zones.timestamps };
  return `(
  SELECT ${[...list, `${readInstant(at)} AS at`].join(', ')}
  FROM ${tableName(runs.table)}${range ? `\n  WHERE ${isWithin(at, range)}` : ''}
) AS run`;
}

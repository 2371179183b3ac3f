import { seconds } from '../../../src/catalog/exact/duration';
import { FAILURE_CATEGORIES, SEVERITIES } from '../../../src/catalog/settings/settings';
import { FRAMEWORKS, QUANTILES, type Window } from '../../../src/catalog/systems/generation/metrics';
import { quantileName } from '../../../src/catalog/systems/generation/queries/successCounts';
import { type Columns } from '../replay';
import { type FailureRow, type SuccessRow } from './generationRows';
import { countWithin, differentWithin, quantilesWithin } from './windows';

const MEASURES = ['duration', 'build', 'memory', 'files'] as const;
const length = (window: Window) => seconds(window) * 1000;

/** What `failureCounts` and `successCounts` count over a window, at each instant. */
export function countColumns(
  failures: readonly FailureRow[],
  successes: readonly SuccessRow[],
  instants: readonly number[],
  window: Window
): Columns {
  const failed = (is: (row: FailureRow) => boolean) => countWithin(failures.filter(is), instants, length(window));
  const succeeded = (is: (row: SuccessRow) => boolean) => countWithin(successes.filter(is), instants, length(window));
  const different = (of: 'user' | 'project') =>
    differentWithin(
      failures.map((row) => ({ at: row.at, id: row[of] })),
      instants,
      length(window)
    );
  const each = <Name extends string>(names: readonly Name[], column: (name: Name) => [string, number[]]) =>
    Object.fromEntries(names.map(column));
  return {
    failures: failed(() => true),
    successes: succeeded(() => true),
    ...each(FAILURE_CATEGORIES, (name) => [name, failed(({ category }) => category === name)]),
    ...each(SEVERITIES, (name) => [`severity_${name}`, failed(({ severity }) => severity === name)]),
    ...each(FRAMEWORKS, (name) => [`${name}_failures`, failed(({ framework }) => framework === name)]),
    ...each(FRAMEWORKS, (name) => [`${name}_successes`, succeeded(({ framework }) => framework === name)]),
    users: different('user'),
    projects: different('project'),
  };
}

/** What `successQuantiles` has of a window, at each instant. */
export const quantileColumns = (
  successes: readonly SuccessRow[],
  instants: readonly number[],
  window: Window
): Columns =>
  Object.fromEntries(
    MEASURES.flatMap((measure) => {
      const rows = successes.map((row) => ({ at: row.at, value: row[measure] }));
      const found = quantilesWithin(rows, instants, length(window), QUANTILES.map(Number));
      return QUANTILES.map((quantile, i) => [`${measure}_${window}_${quantileName(quantile)}`, found[i] ?? []]);
    })
  );

import { OTHER, QUANTILES, TOP } from '../../../src/catalog/systems/generation/metrics';
import { quantileName } from '../../../src/catalog/systems/generation/queries/successCounts';
import { DAY } from '../../simulator/plan/time';
import { type Columns } from '../replay';
import { type FailureRow, type SuccessRow } from './generationRows';
import { countWithin, quantilesWithin } from './windows';

const WEEK = 7 * DAY;
const IS_FINGERPRINT = /^[0-9a-f]{16}$/;
const isText = (text: string | null): text is string => text !== null;

/** What `topErrors` and `newErrors` find at each instant. */
export function errorColumns(failures: readonly FailureRow[], instants: readonly number[]): Columns {
  const fingerprints = [...new Set(failures.map(({ fingerprint }) => fingerprint))].filter(isText);
  const ofError = new Map(
    fingerprints.map((wanted) => {
      const rows = failures.filter(({ fingerprint }) => fingerprint === wanted);
      return [
        wanted,
        {
          week: countWithin(rows, instants, WEEK),
          day: countWithin(rows, instants, DAY),
          all: countWithin(rows, instants, WEEK + DAY),
        },
      ];
    })
  );
  const all = countWithin(failures, instants, WEEK);
  const ranked = ranking(
    [...ofError].filter(([name]) => IS_FINGERPRINT.test(name)).map(([name, { week }]) => [name, week]),
    instants.length
  );
  const top = Array.from({ length: TOP }, (_, rank) =>
    ranked.map((names, i) => ofError.get(names[rank] ?? '')?.week[i])
  );
  return {
    ...Object.fromEntries(
      top.flatMap((occurrences, rank) => [
        [`error_${rank + 1}`, ranked.map((names) => names[rank])],
        [`error_${rank + 1}_occurrences`, occurrences],
      ])
    ),
    other_occurrences: all.map((count, i) => count - top.reduce((sum, occurrences) => sum + (occurrences[i] ?? 0), 0)),
    new_errors: instants.map(
      (_, i) => [...ofError.values()].filter(({ day, all: seen }) => day[i] !== 0 && day[i] === seen[i]).length
    ),
  };
}

/** What `phaseQuantiles` has at each instant, of no more phases than have a series of their own. */
export function phaseColumns(successes: readonly SuccessRow[], instants: readonly number[]): Columns {
  const runs = successes.flatMap(({ at, phases }) =>
    (phases ?? []).flatMap(([name, value]) => (value === null ? [] : [{ at, name, value }]))
  );
  const names = [...new Set(runs.map(({ name }) => name))];
  if (names.length > TOP || names.includes(OTHER)) {
    throw new Error('The demo has more phases than have a series of their own: its history cannot tell them apart');
  }
  const ofPhase = new Map(
    names.map((wanted) => {
      const rows = runs.filter(({ name }) => name === wanted);
      return [
        wanted,
        {
          count: countWithin(rows, instants, DAY),
          quantiles: quantilesWithin(rows, instants, DAY, QUANTILES.map(Number)),
        },
      ];
    })
  );
  const ranked = ranking(
    [...ofPhase].map(([name, { count }]) => [name, count]),
    instants.length
  );
  return Object.fromEntries(
    names.flatMap((_, rank) => [
      [`phase_${rank + 1}`, ranked.map((found) => found[rank])],
      ...QUANTILES.map((quantile, q): [string, Array<number | undefined>] => [
        `phase_${rank + 1}_${quantileName(quantile)}`,
        ranked.map((found, i) => ofPhase.get(found[rank] ?? '')?.quantiles[q]?.[i]),
      ]),
    ])
  );
}

/** For each of so many instants the names that were there, the most frequent first, then by name. */
const ranking = (
  counts: ReadonlyArray<readonly [name: string, counts: readonly number[]]>,
  instants: number
): string[][] =>
  Array.from({ length: instants }, (_, i) =>
    counts
      .map(([name, found]) => [name, found[i] ?? 0] as const)
      .filter(([, count]) => count > 0)
      .sort(([a, many], [b, others]) => others - many || (a < b ? -1 : 1))
      .map(([name]) => name)
  );

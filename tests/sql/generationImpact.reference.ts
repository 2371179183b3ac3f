/** What happened to one user, in order of time; milliseconds. */
export interface Happening {
  readonly who: string | null;
  readonly at: number;
  readonly kind: 'failure' | 'success' | 'unsuccessful';
  readonly errorType: string;
}

export interface Impact {
  readonly who: string;
  readonly failures: number;
  readonly repeated: boolean;
  readonly mostInARow: number;
  readonly errorTypes: number;
  readonly successes: number;
  readonly hasRecovered: boolean;
  readonly runs: number;
  /** Times to recovery, in seconds. */
  readonly recoveries: readonly number[];
  readonly failingSince: number | null;
  readonly lastFailure: number;
}

/** Follows each user through what happened, one thing after the other, and keeps the run of failures that goes on. */
export function referenceImpact(
  history: readonly Happening[],
  range: { readonly from: number; readonly to: number }
): Impact[] {
  const known = history.filter(
    ({ who, kind, at }) => who !== null && kind !== 'unsuccessful' && at >= range.from && at < range.to
  );
  return [...new Set(known.map(({ who }) => who ?? ''))].flatMap((who) => {
    const own = known
      .filter((one) => one.who === who)
      .sort((a, b) => a.at - b.at || (a.kind === 'failure' ? -1 : 0) - (b.kind === 'failure' ? -1 : 0));
    let run: Happening[] = [];
    let mostInARow = 0;
    let runs = 0;
    const recoveries: number[] = [];
    for (const happening of own) {
      if (happening.kind === 'failure') {
        run.push(happening);
        runs += run.length === 1 ? 1 : 0;
        mostInARow = Math.max(mostInARow, run.length);
      } else {
        const [first] = run;
        recoveries.push(...(first ? [(happening.at - first.at) / 1000] : []));
        run = [];
      }
    }
    const failed = own.filter(({ kind }) => kind === 'failure');
    const last = failed.at(-1);
    return last
      ? [
          {
            who,
            failures: failed.length,
            repeated: failed.length > 1,
            mostInARow,
            errorTypes: new Set(failed.map(({ errorType }) => errorType)).size,
            successes: own.length - failed.length,
            hasRecovered: run.length === 0,
            runs,
            recoveries,
            failingSince: run[0]?.at ?? null,
            lastFailure: last.at,
          },
        ]
      : [];
  });
}

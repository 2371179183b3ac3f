import { type DataFrame } from '@grafana/data';

import { countIn, numberIn, textIn } from '../../shared/cells';
import { rowsOf } from '../../shared/rowsOf';
import { type Affected } from './impactUrl';

/** What failed for one user or project. Times are in ms since 1970, durations in ms. */
export interface ImpactRow {
  readonly pseudonym: string;
  readonly failures: number;
  readonly isRepeated: boolean;
  readonly mostInARow: number;
  readonly errorTypes: number;
  readonly successes: number;
  readonly hasRecovered: boolean;
  readonly failureRuns: number;
  readonly recoveredRuns: number;
  readonly meanRecovery: number | undefined;
  readonly longestRecovery: number | undefined;
  readonly failingSince: number | undefined;
  readonly lastFailure: number | undefined;
}

/** The answer to `generation.user_impact` or `generation.project_impact`. */
export const impactRows = (frames: readonly DataFrame[], of: Affected): ImpactRow[] =>
  rowsOf(frames).map((row) => ({
    pseudonym: textIn(row, `${of}_pseudonym`),
    failures: countIn(row, 'failures'),
    isRepeated: textIn(row, 'repeated') !== '',
    mostInARow: countIn(row, 'most_in_a_row'),
    errorTypes: countIn(row, 'error_types'),
    successes: countIn(row, 'successes'),
    hasRecovered: textIn(row, 'outcome') === 'recovered',
    failureRuns: countIn(row, 'failure_runs'),
    recoveredRuns: countIn(row, 'recovered_runs'),
    meanRecovery: inMs(numberIn(row, 'mean_recovery_seconds')),
    longestRecovery: inMs(numberIn(row, 'longest_recovery_seconds')),
    failingSince: numberIn(row, 'failing_since'),
    lastFailure: numberIn(row, 'last_failure'),
  }));

const inMs = (seconds: number | undefined): number | undefined => (seconds === undefined ? undefined : seconds * 1000);

/** All of them together. */
export interface ImpactSummary {
  readonly failed: number;
  readonly repeatedly: number;
  readonly never: number;
  /** Over all runs of failures that ended; nothing when none did. */
  readonly meanRecovery: number | undefined;
}

export function impactSummary(rows: readonly ImpactRow[]): ImpactSummary {
  const runs = rows.reduce((sum, { recoveredRuns }) => sum + recoveredRuns, 0);
  const time = rows.reduce((sum, { recoveredRuns, meanRecovery = 0 }) => sum + recoveredRuns * meanRecovery, 0);
  return {
    failed: rows.length,
    repeatedly: rows.filter(({ isRepeated }) => isRepeated).length,
    never: rows.filter(({ hasRecovered }) => !hasRecovered).length,
    meanRecovery: runs > 0 ? time / runs : undefined,
  };
}

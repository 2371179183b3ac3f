import { type Failure } from '../../exporter/errorReason';
import { type HealthFields } from '../../src/catalog/kinds/system';
import { type Check, type NotJudged } from './check';
import { type Judgement } from './judge';
import { type Reading } from './reading';

/** The exit codes of decision 14, by what they say. */
export const EXIT_CODES = { healthy: 0, warning: 1, critical: 2, unknown: 3 } as const;
export type Verdict = keyof typeof EXIT_CODES;

/** A query that got no answer; our own words, never a text of the database. */
export interface SourceFailure extends Failure {
  readonly source: string;
}

/** What `genwatch health --json` prints. Its shape is documented in docs/health.md; `version` rises when it changes. */
export interface Report {
  readonly version: 1;
  readonly verdict: Verdict;
  readonly exitCode: number;
  /** ISO 8601, UTC. */
  readonly checkedAt: string;
  /** `host:port/database`, or nothing when none is known. */
  readonly database: string | null;
  readonly checks: readonly Check[];
  readonly notJudged: readonly NotJudged[];
  readonly failures: readonly SourceFailure[];
  /** By system: the fields of its documented health check, for systems that have one. */
  readonly health: Readonly<Record<string, HealthFields>>;
}

interface Made extends Judgement {
  readonly health: Report['health'];
  readonly database: string;
  readonly at: Date;
  readonly readings: readonly Reading[];
}

export function reportOf({ database, at, checks, notJudged, readings, health }: Made): Report {
  const failures = readings.flatMap((reading) =>
    'failure' in reading ? [{ source: reading.query.id, ...reading.failure }] : []
  );
  const verdict = verdictOf(checks, failures);
  return {
    version: 1,
    verdict,
    exitCode: EXIT_CODES[verdict],
    checkedAt: at.toISOString(),
    database,
    checks,
    notJudged,
    failures,
    health,
  };
}

/** What is told when nothing could be asked at all, such as without a database URL. */
export const unaskedReport = (remedy: string, at: Date): Report => ({
  version: 1,
  verdict: 'unknown',
  exitCode: EXIT_CODES.unknown,
  checkedAt: at.toISOString(),
  database: null,
  checks: [],
  notJudged: [],
  failures: [{ source: 'health', reason: 'other', remedy }],
  health: {},
});

/** Critical outranks unknown, which outranks warning. Without a single check nobody can tell. */
export function verdictOf(checks: readonly Check[], failures: readonly unknown[]): Verdict {
  const has = (status: Check['status']) => checks.some((check) => check.status === status);
  if (has('critical')) {
    return 'critical';
  }
  if (has('unknown') || failures.length > 0 || checks.length === 0) {
    return 'unknown';
  }
  return has('warning') ? 'warning' : 'healthy';
}

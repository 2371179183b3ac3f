import { FAILURE_CATEGORIES, type FailureCategory } from '../../../src/catalog/settings/settings';
import { DAY } from '../plan/time';
import { type GenerationPlan } from './plan/generationPlan';

/** What has to be found over a stretch of time if the tables hold exactly the plan. */
export interface GenerationTruth {
  readonly successes: number;
  readonly failures: number;
  readonly categories: Readonly<Record<FailureCategory, number>>;
  /** Different users and projects for whom something failed; whoever did not sign in is nobody. */
  readonly users: number;
  readonly projects: number;
}

/** From `from` (included) to `to` (excluded), milliseconds. */
export function generationTruth(plan: GenerationPlan, from: number, to: number): GenerationTruth {
  const generations = plan.generations(from, to);
  const failed = generations.filter(({ kind }) => kind !== undefined);
  const different = (of: ReadonlyArray<string | null>) => new Set(of.filter((one) => one !== null)).size;
  return {
    successes: generations.length - failed.length,
    failures: failed.length,
    categories: Object.fromEntries(
      FAILURE_CATEGORIES.map((category) => [category, failed.filter(({ kind }) => kind?.category === category).length])
    ) as Record<FailureCategory, number>,
    users: different(failed.map(({ person }) => person.user)),
    projects: different(failed.map(({ person }) => person.project)),
  };
}

const STRIKES = { failures: 3, within: 7 * DAY } as const;

/** When each error type had its third failure within 7 days for the first time. */
export function thirdStrikes(plan: GenerationPlan, from: number, to: number): Map<string, number> {
  const before = new Map<string, number[]>();
  const struck = new Map<string, number>();
  for (const { at, kind } of plan.generations(from, to)) {
    if (kind !== undefined) {
      const times = [...(before.get(kind.type) ?? []), at].slice(-STRIKES.failures);
      before.set(kind.type, times);
      if (times.length === STRIKES.failures && at - (times[0] ?? at) <= STRIKES.within && !struck.has(kind.type)) {
        struck.set(kind.type, at);
      }
    }
  }
  return struck;
}

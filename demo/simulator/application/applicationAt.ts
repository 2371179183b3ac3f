import { performanceMetrics } from '../../../src/catalog/systems/validation/performanceMetrics';
import { type Plan } from '../plan/plan';
import { validationsBetween } from './validations';

/** What a histogram of durations grew by. */
export interface DurationIncrements {
  /** By `le` of the contract, cumulative as in a histogram; without +Inf, which is `count`. */
  readonly buckets: Readonly<Record<string, number>>;
  /** Seconds. */
  readonly sum: number;
  readonly count: number;
}

/**
 * What the undisturbed application's histogram of durations grows by from `from` (included) to `to` (excluded),
 * milliseconds. With `heapAt` it is all that a history of the application's metrics needs.
 */
export function durationsBetween(plan: Plan, from: number, to: number): DurationIncrements {
  const seconds = validationsBetween(plan, from, to).map(({ durationMs }) => durationMs / 1000);
  return {
    buckets: Object.fromEntries(
      performanceMetrics.duration.buckets.map((le) => [le, seconds.filter((one) => one <= Number(le)).length])
    ),
    sum: seconds.reduce((sum, one) => sum + one, 0),
    count: seconds.length,
  };
}

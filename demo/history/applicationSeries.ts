import { performanceMetrics } from '../../src/catalog/systems/validation/performanceMetrics';
import { UNDISTURBED } from '../simulator/application/disturbance';
import { heapAt } from '../simulator/application/heap';
import { validationsBetween } from '../simulator/application/validations';
import { type Plan } from '../simulator/plan/plan';
import { DAY } from '../simulator/plan/time';
import { firstFrom } from './replay';
import { type HistorySeries } from './series';

/**
 * What the undisturbed application would have exposed at each instant: the heap, and a histogram that begins at zero with
 * the first instant, as after a start.
 */
export function applicationSeries(plan: Plan, instants: readonly number[]): HistorySeries[] {
  const { duration, heap } = performanceMetrics;
  const durations = durationsBefore(plan, instants);
  const counter = (suffix: string, of: (seconds: number) => number, labels = {}): HistorySeries => {
    let total = 0;
    const values = durations.map((ones) => (total += ones.reduce((sum, one) => sum + of(one), 0)));
    return { name: duration.name + suffix, labels, values };
  };
  return [
    { name: heap.name, labels: {}, values: instants.map((at) => heapAt(plan.options.seedNumber, at, UNDISTURBED)) },
    ...duration.buckets.map((le) => counter('_bucket', (seconds) => (seconds <= Number(le) ? 1 : 0), { le })),
    counter('_bucket', () => 1, { le: '+Inf' }),
    counter('_sum', (seconds) => seconds),
    counter('_count', () => 1),
  ];
}

/** Seconds that the validations took, for each instant those since the one before. */
function durationsBefore(plan: Plan, instants: readonly number[]): number[][] {
  const found = instants.map((): number[] => []);
  const [first = 0, last = 0] = [instants[0], instants.at(-1)];
  // A day at a time: looking for each instant by itself would make the plan again and again.
  for (let from = first; from < last; from += DAY) {
    for (const { at, durationMs } of validationsBetween(plan, from, Math.min(from + DAY, last))) {
      const next = firstFrom(instants, at);
      found[instants[next] === at ? next + 1 : next]?.push(durationMs / 1000);
    }
  }
  return found;
}

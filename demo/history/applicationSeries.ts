import { performanceMetrics } from '../../src/catalog/systems/validation/performanceMetrics';
import { durationsBetween } from '../simulator/application/applicationAt';
import { UNDISTURBED } from '../simulator/application/disturbance';
import { heapAt } from '../simulator/application/heap';
import { type Plan } from '../simulator/plan/plan';
import { type HistorySeries } from './series';

/**
 * What the undisturbed application would have exposed at each instant: the heap, and a histogram that begins at zero with
 * the first instant, as after a start.
 */
export function applicationSeries(plan: Plan, instants: readonly number[]): HistorySeries[] {
  const { duration, heap } = performanceMetrics;
  const grown = instants.map((at, i) => durationsBetween(plan, instants[i - 1] ?? at, at));
  const counter = (suffix: string, of: (one: (typeof grown)[number]) => number, labels = {}): HistorySeries => {
    let total = 0;
    return { name: duration.name + suffix, labels, values: grown.map((one) => (total += of(one))) };
  };
  return [
    { name: heap.name, labels: {}, values: instants.map((at) => heapAt(plan.options.seedNumber, at, UNDISTURBED)) },
    ...duration.buckets.map((le) => counter('_bucket', ({ buckets }) => buckets[le] ?? 0, { le })),
    counter('_bucket', ({ count }) => count, { le: '+Inf' }),
    counter('_sum', ({ sum }) => sum),
    counter('_count', ({ count }) => count),
  ];
}

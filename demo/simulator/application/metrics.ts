import { Gauge, Histogram, Registry } from 'prom-client';

import { performanceMetrics } from '../../../src/catalog/systems/validation/performanceMetrics';
import { type Plan } from '../plan/plan';
import { type Disturbance } from './disturbance';
import { heapAt } from './heap';
import { validationsBetween } from './validations';

export interface ApplicationMetrics {
  readonly contentType: string;
  /** The page at this moment: everything that was validated since the start, and the heap. */
  page(): Promise<string>;
}

interface MetricsOptions {
  readonly plan: Plan;
  readonly disturbances: () => readonly Disturbance[];
  /** Milliseconds. */
  readonly clock: () => number;
}

/** The metric contract as the simulated application keeps it; counters begin at zero with the process. */
export function applicationMetrics({ plan, disturbances, clock }: MetricsOptions): ApplicationMetrics {
  const registry = new Registry();
  const { duration, heap } = performanceMetrics;
  const durations = new Histogram({
    name: duration.name,
    help: duration.help,
    buckets: duration.buckets.map(Number),
    registers: [registry],
  });
  const heapUsed = new Gauge({ name: heap.name, help: heap.help, registers: [registry] });
  let seen = clock();
  return {
    contentType: registry.contentType,
    async page() {
      const now = clock();
      const wrong = disturbances();
      validationsBetween(plan, seen, now, wrong).forEach(({ durationMs }) => durations.observe(durationMs / 1000));
      seen = Math.max(seen, now);
      heapUsed.set(heapAt(plan.options.seedNumber, now, wrong));
      const withheld = wrong.filter(({ since }) => now >= since).flatMap(({ withheld: names = [] }) => names);
      const shown = [duration.name, heap.name].filter((name) => !withheld.includes(name));
      const parts = await Promise.all(shown.map((name) => registry.getSingleMetricAsString(name)));
      return `${parts.join('\n\n')}\n`;
    },
  };
}

import { seconds, type Duration } from '../exact/duration';
import { minus, ZERO } from '../exact/decimal';
import { type Series } from './series';

/** Further from the edge of a window than Prometheus 2 and 3 disagree about it. */
const EDGE_STEPS = 2;

/** Counters that grow once, between their first two samples: from then on, while the first is in the window, by exactly that. */
export const burst = (series: readonly Series[]): Series[] =>
  series.map((one) => ({
    ...one,
    phases: one.phases.flatMap((phase) => [{ ...phase, steps: 1 }, { value: ZERO }]),
  }));

/** The same of a process that starts again right after it. */
export const restarted = (series: readonly Series[]): Series[] =>
  series.map((one) => ({
    ...one,
    phases: one.phases.flatMap((phase) => [
      { ...phase, steps: 1 },
      { value: minus(ZERO, phase.value), steps: 1 },
      { value: ZERO },
    ]),
  }));

/** When a burst at the start is still in the window, and when it no longer is; evaluations after the start. */
export function aroundTheEdge(
  window: Duration,
  stepSeconds: number
): { readonly inside: number; readonly outside: number } {
  const steps = Math.floor(seconds(window) / stepSeconds);
  return { inside: steps - EDGE_STEPS, outside: steps + EDGE_STEPS };
}

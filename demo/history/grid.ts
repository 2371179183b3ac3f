import { DAY, HOUR, MINUTE } from '../simulator/plan/time';

/** How far back the demo's history goes. */
export const HISTORY_DAYS = 30;

/** Prometheus looks 5 minutes back for a value: a series with longer steps would have holes. */
const STEP = 5 * MINUTE;
/** What people look at first is finer. */
const FINE = { step: MINUTE, lasts: 6 * HOUR } as const;

/**
 * The instants that the history has values for: after `last`, at most so many days and up to `until`, ascending; all in
 * milliseconds. They lie on whole minutes, so that a later history goes on where an earlier one ended.
 */
export function gridBetween(last: number, until: number, days = HISTORY_DAYS): number[] {
  const start = Math.max(last + 1, until - days * DAY);
  const turn = Math.max(start, until - FINE.lasts);
  return [...steps(start, turn, STEP), ...steps(turn, until + 1, FINE.step)];
}

/** The multiples of `step` from `from` on and before `to`. */
function steps(from: number, to: number, step: number): number[] {
  const first = Math.ceil(from / step) * step;
  return Array.from({ length: Math.max(0, Math.ceil((to - first) / step)) }, (_, i) => first + i * step);
}

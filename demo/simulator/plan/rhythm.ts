import { random } from './random';
import { DAY, HOUR, MINUTE } from './time';

// People all over the world use the product: no hour comes near twice the mean of a week, which is what an alert calls a
// surge. A test holds that.

/** How busy each hour of a day is (UTC), compared with each other. */
const HOURS = [7, 6, 6, 6, 6, 6, 7, 8, 9, 10, 10, 10, 9, 10, 10, 10, 10, 9, 9, 9, 8, 8, 8, 7] as const;
/** How busy each day of a week is, from Sunday on. */
const DAYS = [0.85, 1.05, 1.05, 1.05, 1.05, 1.05, 0.9] as const;
/** Minutes of a burst, and how much busier they are. */
const BURST = { length: 10, factor: 1.5 } as const;

const mean = (list: readonly number[]) => list.reduce((sum, next) => sum + next, 0) / list.length;
const BURSTS_A_DAY = 1;
const TYPICAL = mean(HOURS) * mean(DAYS) * (1 + (BURSTS_A_DAY * BURST.length * (BURST.factor - 1)) / (DAY / MINUTE));

/** How busy the minute that begins at `at` is; 1 is the mean of all weeks. */
export function busyness(seedNumber: number, at: number): number {
  const hour = HOURS[Math.floor((at % DAY) / HOUR)] ?? 1;
  // 1 January 1970 was a Thursday.
  const day = DAYS[(Math.floor(at / DAY) + 4) % 7] ?? 1;
  return (hour * day * (isBurst(seedNumber, at) ? BURST.factor : 1)) / TYPICAL;
}

/** Once a day, at a time that nobody can foresee, many people come at once: a lecture, a newsletter. */
export function isBurst(seedNumber: number, at: number): boolean {
  const midnight = Math.floor(at / DAY) * DAY;
  const start = midnight + random(seedNumber, 'burst', midnight).between(0, DAY / MINUTE - BURST.length) * MINUTE;
  return at >= start && at < start + BURST.length * MINUTE;
}

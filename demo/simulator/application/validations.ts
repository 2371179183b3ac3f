import { type PlannedMessage } from '../plan/chatScript';
import { type Plan } from '../plan/plan';
import { random, type Random } from '../plan/random';
import { MINUTE } from '../plan/time';
import { UNDISTURBED, type Disturbance } from './disturbance';
import { heapAt } from './heap';

/** One run of the simulated validator. */
export interface Validation {
  /** Its end, milliseconds. */
  readonly at: number;
  /** With the two decimals that the log gives. */
  readonly durationMs: number;
  readonly fixes: number;
  /** Bytes. */
  readonly heapBefore: number;
  readonly heapAfter: number;
}

/** Median, spread of its logarithm, and the end of the tail: about one of 400 takes longer than 200 ms. */
const DURATION = { medianMs: 42, spread: 0.55, longestMs: 480 } as const;
const MIB = 1024 ** 2;

/**
 * The validations that end from `from` (included) to `to` (excluded), by time: one before each repair attempt, which
 * found something to fix, and one before each scene is completed. A pure function, so that log, metrics and a
 * back-filled history tell the same.
 */
export function validationsBetween(
  plan: Plan,
  from: number,
  to: number,
  disturbances: readonly Disturbance[] = UNDISTURBED
): Validation[] {
  const { seedNumber } = plan.options;
  const finished = (at: number, dice: Random, durationMs: number, fixes: number): Validation => {
    const heapBefore = heapAt(seedNumber, at, disturbances);
    return { at, durationMs: round(durationMs), fixes, heapBefore, heapAfter: heapBefore + dice.between(1, 6) * MIB };
  };
  const planned = plan
    .messages(from, to)
    .filter(isValidated)
    .map(({ at, chat, index, purpose }) => {
      const dice = random(seedNumber, 'validation', chat, index);
      const durationMs = Math.min(DURATION.longestMs, DURATION.medianMs * Math.exp(DURATION.spread * bell(dice)));
      return finished(at, dice, durationMs, purpose === 'attempt' ? dice.between(1, 4) : 0);
    });
  const extra = disturbances.flatMap((one) =>
    extraBetween(one, from, to).map(({ at, durationMs }) =>
      finished(at, random(seedNumber, 'extra', at), durationMs, 0)
    )
  );
  return [...planned, ...extra].sort((a, b) => a.at - b.at);
}

const isValidated = ({ purpose }: PlannedMessage) => purpose === 'attempt' || purpose === 'completed';

/** One of the normal distribution, by Box and Muller. */
const bell = (dice: Random): number =>
  Math.sqrt(-2 * Math.log(1 - dice.share())) * Math.cos(2 * Math.PI * dice.share());

const round = (milliseconds: number) => Math.round(milliseconds * 100) / 100;

/** Of each ten in a row, so many are slow. */
const ROUND_OF = 10;

function extraBetween({ since, extra }: Disturbance, from: number, to: number) {
  if (!extra) {
    return [];
  }
  const every = MINUTE / extra.perMinute;
  const first = Math.max(0, Math.ceil((from - since) / every));
  const count = Math.max(0, Math.ceil((to - since) / every) - first);
  return Array.from({ length: count }, (_, i) => ({
    at: Math.floor(since + (first + i) * every),
    durationMs: (first + i) % ROUND_OF < extra.slowShare * ROUND_OF ? extra.slowMs : extra.quickMs,
  })).filter(({ at }) => at >= from && at < to);
}

import { type FailureCategory } from '../../../../src/catalog/settings/settings';
import { random } from '../../plan/random';
import { HOUR, MINUTE, SECOND } from '../../plan/time';
import { type Course } from './course';
import { type ErrorKind, type FailureKind } from './errorKind';
import { kindOfType } from './errorKinds';
import { whoComes, type Person } from './people';

/** No session is still going on so long after its beginning. */
export const LONGEST_SESSION = 2 * HOUR;
/** How many generations a session has in the mean: measured, and held by a test. */
export const GENERATIONS_PER_SESSION = 2.13;
/** Share of requests that meet the bane of their user. */
const BANE_STRIKES = 0.3;
/** After a failure: share of users who leave, and share of further tries that fail again. */
const GIVES_UP = 0.13;
const FAILS_AGAIN = 0.25;
const MOST_FAILURES = 2;
/** Gone at the next try. */
const TRANSIENT: readonly FailureCategory[] = ['ai_timeout', 'rate_limit'];

/** One generation, successful or not. */
export interface Generation {
  /** Its end, milliseconds. */
  readonly at: number;
  /** Tells it from all others. */
  readonly key: string;
  readonly person: Person;
  /** Counts the tries at one request from 1. */
  readonly attempt: number;
  /** What it failed of; nothing for a success. */
  readonly kind: FailureKind | undefined;
}

export interface PlannedGeneration extends Generation {
  readonly kind: ErrorKind | undefined;
}

/** The `number`th session that begins in the minute `start`; with `forced` its first request fails of that, once. */
export function planSession(
  seedNumber: number,
  start: number,
  number: number | string,
  course: Course,
  forced?: ErrorKind
): PlannedGeneration[] {
  const dice = random(seedNumber, 'session', start, number);
  const person = whoComes(seedNumber, dice);
  const generations: PlannedGeneration[] = [];
  let at = start + dice.between(0, MINUTE - 1);
  const write = (attempt: number, kind: ErrorKind | undefined) => {
    generations.push({ at, key: `${start}-${number}-${generations.length}`, person, attempt, kind });
  };
  for (let requests = dice.between(1, 3); requests > 0; requests--) {
    const isFirst = generations.length === 0;
    const bane = person.bane !== undefined && dice.chance(BANE_STRIKES) ? kindOfType(person.bane) : undefined;
    let kind = (isFirst ? forced : undefined) ?? bane ?? course.failure(at, person.framework);
    let attempt = 1;
    for (; kind !== undefined; attempt++) {
      write(attempt, kind);
      if (dice.chance(GIVES_UP)) {
        return generations;
      }
      at += dice.between(40, 420) * SECOND + dice.between(0, 999);
      const again = dice.chance(FAILS_AGAIN) && !TRANSIENT.includes(kind.category) && kind !== forced;
      kind = again && attempt < MOST_FAILURES ? kind : undefined;
    }
    write(attempt, undefined);
    at += dice.between(3, 25) * MINUTE + dice.between(0, 59_999);
  }
  return generations;
}

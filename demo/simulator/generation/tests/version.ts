import { HOUR } from '../../plan/time';

const RELEASED_EVERY = 20 * HOUR;
/** So many releases were before those that count. */
const FIRST = 24_000;

/** Which release of the generator was in use at an instant, counted. */
export const releaseAt = (at: number): number => Math.floor(at / RELEASED_EVERY);

/** "2.14.3" */
export function versionAt(at: number): string {
  const number = releaseAt(at) - FIRST;
  return `${1 + Math.floor(number / 400)}.${Math.floor(number / 20) % 20}.${number % 20}`;
}

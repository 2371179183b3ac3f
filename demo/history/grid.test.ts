import { DAY, HOUR, MINUTE } from '../simulator/plan/time';
import { gridBetween } from './grid';

const UNTIL = Date.UTC(2026, 5, 11, 9, 17, 3, 141);
const stepsOf = (instants: readonly number[]) => instants.slice(1).map((at, i) => at - (instants[i] ?? 0));

describe('the instants of the history', () => {
  it('are 30 days up to the end, never further apart than Prometheus looks back, and finer at the end', () => {
    const instants = gridBetween(-Infinity, UNTIL);

    expect(instants.at(0)).toBe(Date.UTC(2026, 4, 12, 9, 20));
    expect(instants.at(-1)).toBe(Date.UTC(2026, 5, 11, 9, 17));
    expect(Math.max(...stepsOf(instants))).toBe(5 * MINUTE);
    expect(new Set(stepsOf(instants.filter((at) => at > UNTIL - 6 * HOUR + 5 * MINUTE)))).toEqual(new Set([MINUTE]));
    expect(Math.min(...stepsOf(instants))).toBeGreaterThan(0);
  });

  it('go on behind the last one there is', () => {
    const last = Date.UTC(2026, 5, 11, 9, 10);

    expect(gridBetween(last, UNTIL)).toEqual(Array.from({ length: 7 }, (_, i) => last + (i + 1) * MINUTE));
    expect(gridBetween(UNTIL, UNTIL)).toEqual([]);
  });

  it('go on in the same steps after a long pause, but never more than 30 days back', () => {
    const [first = 0, second = 0] = gridBetween(UNTIL - DAY, UNTIL);
    expect([first - (UNTIL - DAY) < 5 * MINUTE, second - first, first % (5 * MINUTE)]).toEqual([true, 5 * MINUTE, 0]);
    expect(gridBetween(UNTIL - 40 * DAY, UNTIL)).toEqual(gridBetween(-Infinity, UNTIL));
  });
});

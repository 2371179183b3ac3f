import { elapsed } from './elapsed';

const after = (seconds: number) => elapsed(new Date(0), new Date(seconds * 1000));

describe('elapsed', () => {
  it.each([
    [0, '0 seconds'],
    [1, '1 second'],
    [59.6, '1 minute'],
    [90, '1 minute 30 seconds'],
    [3600, '1 hour'],
    [3605, '1 hour'],
    [7500, '2 hours 5 minutes'],
    [90_000, '1 day 1 hour'],
  ])('%d s is "%s"', (seconds, words) => expect(after(seconds)).toBe(words));

  it('is nothing when the clocks disagree', () => expect(after(-5)).toBe('0 seconds'));
});

import { durationInWords } from './durationInWords';

describe('durationInWords', () => {
  it.each([
    [59_999, 'less than a minute'],
    [60_000, '1 minute'],
    [59 * 60_000, '59 minutes'],
    [3_600_000, '1 hour'],
    [47.9 * 3_600_000, '47 hours'],
    [48 * 3_600_000, '2 days'],
  ])('%d ms are %s', (ms, words) => {
    expect(durationInWords(ms)).toBe(words);
  });
});

import { inWords, isDuration, multiple, seconds } from './duration';

describe('duration', () => {
  it('counts seconds', () => {
    expect([seconds('90s'), seconds('5m'), seconds('24h'), seconds('7d')]).toEqual([90, 300, 86_400, 604_800]);
  });

  it('reads as people say it', () => {
    expect([inWords('1m'), inWords('24h'), inWords('7d')]).toEqual(['1 minute', '24 hours', '7 days']);
  });

  it('becomes longer in its own unit', () => {
    expect([multiple('1h', 6), multiple('90s', 2)]).toEqual(['6h', '180s']);
  });

  it.each(['', '5', 'm', '1.5h', '5 m', '-5m', '1w', '1h30m'])('knows that %p is none', (text) => {
    expect(isDuration(text)).toBe(false);
  });
});

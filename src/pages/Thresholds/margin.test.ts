import { type Threshold } from '../../catalog/kinds/threshold';
import { marginOf, shownValue, worstFirst } from './margin';

const threshold = (unit: Threshold['unit'], levels: Threshold['levels']): Threshold => ({
  id: 'shop.it',
  title: 'It',
  unit,
  levels,
  sources: {},
});
const rate = threshold('percent', { target: '>= 80', warning: '< 80', critical: '< 60' });
const attempts = threshold('count', { critical: '> 3' });
const trips = threshold('count', { critical: '> 0' });

describe('the margin of a value', () => {
  it('is the way to the first bound, in the unit of the threshold', () => {
    expect(marginOf(rate, 0.92)).toMatchObject({
      level: 'warning',
      isBreached: false,
      side: 'above',
      distance: '12',
      share: 15,
      bad: 'below',
    });
    expect(marginOf(attempts, 1)).toMatchObject({ level: 'critical', isBreached: false, side: 'below', distance: '2' });
  });

  it('is told of the worst bound that the value is behind', () => {
    expect(marginOf(rate, 0.7)).toMatchObject({ level: 'warning', isBreached: true, side: 'below', distance: '10' });
    expect(marginOf(rate, 0.57)).toMatchObject({ level: 'critical', isBreached: true, distance: '3', share: 5 });
    expect(marginOf(attempts, 6)).toMatchObject({ level: 'critical', isBreached: true, side: 'above', distance: '3' });
  });

  it('knows whether the bound itself is behind it', () => {
    expect(marginOf(attempts, 3)).toMatchObject({ isBreached: false, side: 'at', distance: '0' });
    expect(marginOf(threshold('count', { warning: '>= 3' }), 3)).toMatchObject({ isBreached: true, side: 'at' });
  });

  it('has no share of a bound of 0', () => {
    expect(marginOf(trips, 2)).toMatchObject({ level: 'critical', isBreached: true, side: 'above', distance: '2' });
    expect(marginOf(trips, 2)).not.toHaveProperty('share');
  });

  it('shows what two decimals would hide', () => {
    expect(marginOf(rate, 0.7999999)).toMatchObject({ isBreached: true, distance: '0.00001' });
    expect(marginOf(rate, 5 / 6)).toMatchObject({ distance: '3.33' });
  });

  it('is of no use where no level is bad', () => {
    expect(marginOf(threshold('count', { info: '>= 1' }), 1)).toBeUndefined();
    expect(marginOf(threshold('percent', { target: '>= 80' }), 0.1)).toBeUndefined();
  });
});

describe('a value as it is shown', () => {
  it.each([
    [rate, 0.8333333333333334, '83.33'],
    [threshold('milliseconds', {}), 0.0421, '42.1'],
    [threshold('mebibytes', {}), 524_288_000, '500'],
    [attempts, 6, '6'],
    [threshold('times', {}), 0.0000001, '0'],
  ])('is in the unit of the threshold', (one, value, text) => {
    expect(shownValue(one, value)).toBe(text);
  });
});

describe('worstFirst', () => {
  const order = (one: Threshold) => [1, 3, 2].map((value) => ({ value })).sort(worstFirst(one));

  it('knows in which direction it gets worse', () => {
    expect(order(attempts).map(({ value }) => value)).toEqual([3, 2, 1]);
    expect(order(rate).map(({ value }) => value)).toEqual([1, 2, 3]);
  });
});

describe('the urgency of a margin', () => {
  const urgency = (one: Threshold) => (value: number) => marginOf(one, value)?.urgency ?? NaN;

  it('comes from what is furthest behind, to what has most room', () => {
    const values = [0.95, 0.57, 0.7, 0.5, 0.81, 0.79];
    const sorted = [...values].sort((a, b) => urgency(rate)(a) - urgency(rate)(b));
    expect(sorted).toEqual([0.5, 0.57, 0.7, 0.79, 0.81, 0.95]);
  });

  it('knows that counts are whole: at "> 3", 3 is one away', () => {
    expect([0, 2, 3].map(urgency(attempts))).toEqual([4 / 3, 2 / 3, 1 / 3]);
    expect([0, 2].map(urgency(threshold('count', { warning: '>= 3' })))).toEqual([1, 1 / 3]);
    expect(urgency(trips)(0)).toBe(1);
  });
});

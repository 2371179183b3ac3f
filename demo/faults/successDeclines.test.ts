import { buildCatalog } from '../../src/catalog/catalog';
import { DEFAULT_SETTINGS } from '../../src/catalog/settings/defaults';
import { SYSTEMS } from '../../src/catalog/systems';
import { alertNamed } from './lookup';
import { failuresBetween } from './successDeclines';

const { threshold } = alertNamed(buildCatalog(SYSTEMS, DEFAULT_SETTINGS), 'ValidationSuccessRateLow');

describe('how many repairs fail for a warning', () => {
  it.each([
    [237, 267],
    [7, 7],
    [700, 1000],
  ])('is so many that the rate lies between both bounds, of %i fixed in %i', (fixed, finished) => {
    const rate = fixed / (finished + failuresBetween({ fixed, finished }, threshold));
    expect(rate).toBeGreaterThanOrEqual(0.6);
    expect(rate).toBeLessThan(0.8);
  });

  it('is none when enough fail already', () => {
    expect(failuresBetween({ fixed: 50, finished: 100 }, threshold)).toBe(0);
  });
});

import { decimal } from '../../src/catalog/exact/decimal';
import { measure, sameAmount } from './quantity';

const same = (a: string, unitOfA: string, b: string, unitOfB: string) =>
  sameAmount(decimal(a), measure(unitOfA), decimal(b), measure(unitOfB));

describe('sameAmount', () => {
  it.each([
    ['0.5', 's', '500', 'ms'],
    ['24', 'hours', '1', 'd'],
    ['500', 'MB', '512000', 'KiB'],
    ['100', 'requests/second', '100', '/s'],
    ['10', '/min', '600', '/h'],
    ['250', 'MB/day', '250', 'MB/d'],
    ['3', '', '3.0', ''],
  ])('takes %s %s for %s %s', (a, unitOfA, b, unitOfB) => {
    expect(same(a, unitOfA, b, unitOfB)).toBe(true);
  });

  it.each([
    ['60', '%', '60', ''],
    ['60', '%', '60', 's'],
    ['5', 'ms', '5', 'm'],
    ['250', 'MB', '250', 'MB/day'],
    ['60', '%', '60.0001', '%'],
  ])('tells %s %s from %s %s', (a, unitOfA, b, unitOfB) => {
    expect(same(a, unitOfA, b, unitOfB)).toBe(false);
  });
});

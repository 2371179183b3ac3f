import { applies, boundInSeriesUnit, boundInWords, parseBound, type Bound } from './bound';
import { decimal, print } from './decimal';

describe('bound', () => {
  it.each([
    ['< 60', '59.999', true],
    ['< 60', '60', false],
    ['<= 60', '60', true],
    ['> 3', '3', false],
    ['> 3', '3.001', true],
    ['>= 3', '3', true],
  ] as const)('%s at %s applies: %s', (bound, value, expected) => {
    expect(applies(parseBound(bound), decimal(value))).toBe(expected);
  });

  it('becomes the unit of the series exactly', () => {
    const { operator, value } = boundInSeriesUnit('< 60', 'percent');
    expect([operator, print(value)]).toEqual(['<', '0.6']);
    expect(print(boundInSeriesUnit('> 200', 'milliseconds').value)).toBe('0.2');
  });

  it('reads as people say it', () => {
    expect(boundInWords('< 60', 'percent')).toBe('below 60 %');
    expect(boundInWords('>= 80', 'percent')).toBe('at or above 80 %');
    expect(boundInWords('> 3', 'count')).toBe('above 3');
  });

  it('refuses what is no bound', () => {
    expect(() => parseBound('60' as Bound)).toThrow('"60" is not a bound: write it like "< 60", with one of < <= > >=');
    expect(() => parseBound('< sixty' as Bound)).toThrow('"sixty" is not a decimal number');
  });
});

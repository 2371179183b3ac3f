import fc from 'fast-check';
import { compare, decimal, isDecimal, minus, plus, print, rounded, times } from './decimal';

const scaled = fc.tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.integer({ min: 0, max: 9 }));
const text = scaled.map(([digits, scale]) => {
  const padded = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, '0');
  const sign = digits < 0n ? '-' : '';
  return scale > 0 ? `${sign}${padded.slice(0, -scale)}.${padded.slice(-scale)}` : `${sign}${padded}`;
});
/** The same number as a whole count of 10^-9. */
const whole = (written: string): bigint => {
  const [, sign = '', integer = '', fraction = ''] = /^(-?)(\d+)\.?(\d*)$/.exec(written) ?? [];
  return BigInt(`${sign}${integer}${fraction.padEnd(9, '0')}`);
};

describe('decimal', () => {
  it('adds and subtracts as whole numbers do', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(whole(print(plus(decimal(a), decimal(b))))).toBe(whole(a) + whole(b));
        expect(whole(print(minus(decimal(a), decimal(b))))).toBe(whole(a) - whole(b));
      })
    );
  });

  it('multiplies without loss', () => {
    expect(print(times(decimal('0.1'), decimal('0.2')))).toBe('0.02');
    expect(print(times(decimal('55'), decimal('0.01')))).toBe('0.55');
    expect(print(times(decimal('-1.5'), decimal('4')))).toBe('-6');
  });

  it('compares by value, not by notation', () => {
    expect(compare(decimal('0.10'), decimal('0.1'))).toBe(0);
    expect(compare(decimal('-2'), decimal('1'))).toBe(-1);
    expect(compare(decimal('10'), decimal('9.99'))).toBe(1);
  });

  it('prints the shortest plain notation', () => {
    expect(['0.50', '007', '1.000', '-0.0', '100'].map((written) => print(decimal(written)))).toEqual([
      '0.5',
      '7',
      '1',
      '0',
      '100',
    ]);
  });

  it.each([
    ['500.00000095367431640625', '500.000001'],
    ['499.99999904632568359375', '499.999999'],
    ['-0.0000015', '-0.000002'],
    ['0.0000014', '0.000001'],
    ['1.2', '1.2'],
  ])('rounds %s to %s', (value, shown) => {
    expect(print(rounded(decimal(value), 6))).toBe(shown);
  });

  it.each(['', '5e0', '0x10', '+1', '.5', '1.', '1_000', 'NaN', ' 1'])('refuses %p', (written) => {
    expect(isDecimal(written)).toBe(false);
    expect(() => decimal(written)).toThrow(`"${written}" is not a decimal number: write it like 60 or 0.5`);
  });
});

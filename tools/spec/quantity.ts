import { compare, decimal, times, type Decimal } from '../../src/catalog/exact/decimal';

/** What a unit measures, and how much of the base unit it is: `numerator` / `denominator`. */
interface Measure {
  readonly dimension: string;
  readonly numerator: Decimal;
  readonly denominator: Decimal;
}

const ONE = decimal('1');
const of = (dimension: string, numerator: string, denominator = '1'): Measure => ({
  dimension,
  numerator: decimal(numerator),
  denominator: decimal(denominator),
});

/** Spellings of the documents and of the catalog's symbols. A MB is 1024² bytes (decision 17). */
const MEASURES: ReadonlyArray<readonly [RegExp, Measure]> = [
  [/^(%|percent)$/i, of('share', '1', '100')],
  [/^(ms|milliseconds?)$/i, of('time', '1', '1000')],
  [/^(s|secs?|seconds?)$/i, of('time', '1')],
  [/^(m|mins?|minutes?)$/i, of('time', '60')],
  [/^(h|hrs?|hours?)$/i, of('time', '3600')],
  [/^(d|days?)$/i, of('time', '86400')],
  [/^(w|weeks?)$/i, of('time', '604800')],
  [/^Ki?B$/i, of('bytes', '1024')],
  [/^Mi?B$/i, of('bytes', '1048576')],
  [/^Gi?B$/i, of('bytes', '1073741824')],
];

/** Undefined for no unit, and for a multiple; a unit nobody knows is a dimension of its own, and things per time are a count per time. */
export function measure(unit: string): Measure | undefined {
  const [amount = '', per] = unit.trim().split('/');
  if ((amount === '' || amount === '×') && per === undefined) {
    return undefined;
  }
  const known = MEASURES.find(([spelling]) => spelling.test(amount))?.[1];
  if (per === undefined) {
    return known ?? of(amount, '1');
  }
  const whole = known ?? of('count', '1');
  const time = MEASURES.find(([spelling]) => spelling.test(per))?.[1] ?? of(per, '1');
  return {
    dimension: `${whole.dimension}/${time.dimension}`,
    numerator: times(whole.numerator, time.denominator),
    denominator: times(whole.denominator, time.numerator),
  };
}

/** Whether two amounts are the same, exactly: 0.5 s and 500 ms are. */
export function sameAmount(
  a: Decimal,
  unitOfA: Measure | undefined,
  b: Decimal,
  unitOfB: Measure | undefined
): boolean {
  const left = times(times(a, unitOfA?.numerator ?? ONE), unitOfB?.denominator ?? ONE);
  const right = times(times(b, unitOfB?.numerator ?? ONE), unitOfA?.denominator ?? ONE);
  return unitOfA?.dimension === unitOfB?.dimension && compare(left, right) === 0;
}

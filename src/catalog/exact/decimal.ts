/** An exact decimal: `digits` × 10^-`scale`. The only arithmetic the catalog does. */
export interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

/** Whether `text` is plain decimal notation such as `60` or `-0.5`: no exponent, no hex, no plus sign. */
export function isDecimal(text: string): boolean {
  return DECIMAL.test(text);
}

/** Parses plain decimal notation. Throws on anything else. */
export function decimal(text: string): Decimal {
  const match = DECIMAL.exec(text);
  if (!match) {
    throw new Error(`"${text}" is not a decimal number: write it like 60 or 0.5`);
  }
  const [, sign, whole, fraction = ''] = match;
  return normal({ digits: BigInt(`${sign}${whole}${fraction}`), scale: fraction.length });
}

export const ZERO = decimal('0');
export const ONE = decimal('1');

export const plus = (a: Decimal, b: Decimal): Decimal => aligned(a, b, (x, y) => x + y);
export const minus = (a: Decimal, b: Decimal): Decimal => aligned(a, b, (x, y) => x - y);
export const times = (a: Decimal, b: Decimal): Decimal =>
  normal({ digits: a.digits * b.digits, scale: a.scale + b.scale });

/** -1, 0 or 1, as `Array.sort` wants it. */
export function compare(a: Decimal, b: Decimal): -1 | 0 | 1 {
  const { digits } = minus(a, b);
  return digits < 0n ? -1 : digits > 0n ? 1 : 0;
}

/** The greatest whole number that is not above `value`. */
export function floor({ digits, scale }: Decimal): Decimal {
  const one = 10n ** BigInt(scale);
  const below = digits < 0n && digits % one !== 0n ? 1n : 0n;
  return { digits: digits / one - below, scale: 0 };
}

/** To so many decimals, halves away from zero. */
export function rounded(value: Decimal, decimals: number): Decimal {
  if (value.scale <= decimals) {
    return value;
  }
  const one = 10n ** BigInt(value.scale - decimals);
  const half = value.digits < 0n ? -one / 2n : one / 2n;
  return normal({ digits: (value.digits + half) / one, scale: decimals });
}

/** The shortest plain notation: `print(decimal('0.50'))` is `0.5`. */
export function print({ digits, scale }: Decimal): string {
  const sign = digits < 0n ? '-' : '';
  const text = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, '0');
  return sign + (scale > 0 ? `${text.slice(0, -scale)}.${text.slice(-scale)}` : text);
}

function normal(value: Decimal): Decimal {
  let { digits, scale } = value;
  while (scale > 0 && digits % 10n === 0n) {
    digits /= 10n;
    scale -= 1;
  }
  return { digits, scale };
}

function aligned(a: Decimal, b: Decimal, combine: (x: bigint, y: bigint) => bigint): Decimal {
  const scale = Math.max(a.scale, b.scale);
  const shift = (d: Decimal) => d.digits * 10n ** BigInt(scale - d.scale);
  return normal({ digits: combine(shift(a), shift(b)), scale });
}

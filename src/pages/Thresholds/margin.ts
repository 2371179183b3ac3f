import { boundInSeriesUnit, isBreached, parseBound, pointsDown, type Bound } from '../../catalog/exact/bound';
import { decimal, minus, print, rounded, ZERO, compare, type Decimal } from '../../catalog/exact/decimal';
import { inDocumentedUnit } from '../../catalog/exact/unit';
import { type Threshold } from '../../catalog/kinds/threshold';

/** The levels that say that something is bad, the mildest first; `info` tells of what is as it should be. */
const BAD = ['warning', 'critical'] as const;

/** How far a value is from the bound that matters most: the worst one that it is behind, or else the first on its way. */
export interface Margin {
  readonly level: (typeof BAD)[number];
  readonly isBreached: boolean;
  /** On which side of the bound the value is; `at` when it is the bound itself. */
  readonly side: 'above' | 'at' | 'below';
  /** Distance in the unit of the threshold, as decimal text. */
  readonly distance: string;
  /** The same as a share of the bound, in percent; nothing where the bound is 0. */
  readonly share?: number;
  /** On which side of the bound it is bad. */
  readonly bad: 'above' | 'below';
  /** For sorting: what is furthest behind its bound comes first, then what is nearest to it. */
  readonly urgency: number;
}

/** Farther than any value is from its bound, so that critical comes before warning. */
const FAR = { warning: 1e9, critical: 2e9 } as const;

/**
 * @param value in the unit of the series, as Prometheus has it
 * @returns nothing where no level is bad
 */
export function marginOf({ levels, unit }: Threshold, value: number): Margin | undefined {
  const bounds = BAD.flatMap((level) => {
    const bound = levels[level];
    return bound ? [{ level, bound }] : [];
  });
  const breached = bounds.findLast(({ bound }) => isBreached(boundInSeriesUnit(bound, unit), value));
  const nearest = breached ?? bounds[0];
  if (!nearest) {
    return undefined;
  }
  const { value: bound, operator } = parseBound(nearest.bound);
  const signed = minus(inDocumentedUnit(exact(value), unit), bound);
  const order = compare(signed, ZERO);
  const limit = Number(print(bound));
  const distance = order < 0 ? minus(ZERO, signed) : signed;
  // Counts are whole: to get behind "> 3" from 3 takes one more.
  const step = unit === 'count' && !breached && operator.length === 1 ? 1 : 0;
  const far = (Number(print(distance)) + step) / (Math.abs(limit) || 1);
  return {
    level: nearest.level,
    isBreached: breached !== undefined,
    side: order > 0 ? 'above' : order < 0 ? 'below' : 'at',
    distance: shown(distance),
    ...(limit !== 0 && { share: Math.abs((Number(print(distance)) / limit) * 100) }),
    bad: pointsDown({ operator }) ? 'below' : 'above',
    urgency: breached ? -FAR[breached.level] - far : far,
  };
}

/** Which of several values is worst in the direction of the threshold. */
export function worstFirst({ levels }: Threshold): (a: { value: number }, b: { value: number }) => number {
  const bound: Bound | undefined = levels.critical ?? levels.warning ?? levels.info;
  const down = bound !== undefined && pointsDown(parseBound(bound));
  return (a, b) => (down ? a.value - b.value : b.value - a.value);
}

/** A value of a series in the documented unit, as texts show it. */
export const shownValue = ({ unit }: Threshold, value: number): string => shown(inDocumentedUnit(exact(value), unit));

/** Finer than Prometheus' doubles are told in any text. */
const exact = (value: number): Decimal => decimal(value.toFixed(12));

/** Two decimals, and more only where two would hide all there is: a value just behind its bound is not at it. */
function shown(value: Decimal): string {
  const decimals = [2, 3, 4, 5, 6].find((so) => compare(rounded(value, so), ZERO) !== 0) ?? 2;
  return print(rounded(value, decimals));
}

import { decimal, minus, ONE, type Decimal } from '../exact/decimal';
import { type Duration } from '../exact/duration';
import { promql, type Selector } from '../kinds/selector';

/**
 * How fast `counted` grows, where it grew by at least `minimum` within `window`, all instances together. A window that is
 * not full yet is not stretched to a whole one, and few samples are no value.
 */
export const enough = (counted: Selector, window: Duration, minimum: `${number}`): string =>
  `(sum(rate(${promql(counted)}[${window}])) and round(sum(increase(${promql(counted)}[${window}]))) >= ${minimum})`;

/** One sample too few. */
export const tooFew = (minimum: `${number}`): Decimal => minus(decimal(minimum), ONE);

import { compare, decimal, minus, times, type Decimal } from '../exact/decimal';
import { onInstance, type Series } from './series';

const ALL = decimal('10000');
const QUIET = decimal('1000');

/**
 * Two instances that make the share `value` together: one has a tenth of the traffic, and the most extreme share of its own
 * that still allows it. `observed` makes so many hits of a total.
 */
export function unequalInstances(value: Decimal, observed: (hits: Decimal, total: Decimal) => Series[]): Series[] {
  const hits = times(value, ALL);
  const quiet = compare(hits, QUIET) < 0 ? hits : QUIET;
  return [
    ...onInstance(observed(quiet, QUIET), 'a:1'),
    ...onInstance(observed(minus(hits, quiet), minus(ALL, QUIET)), 'b:1'),
  ];
}

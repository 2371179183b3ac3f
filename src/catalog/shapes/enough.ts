import { decimal, minus, ONE, ZERO, type Decimal } from '../exact/decimal';
import { type Duration } from '../exact/duration';
import { promql, type Selector } from '../kinds/selector';
import { aroundTheEdge, burst, restarted } from './burst';
import { onInstance, strange, type Series } from './series';
import { type Edge } from './shape';

/** Observations per step that are more than enough. */
const MANY = decimal('10000');

/** What is counted, in which window, and how many are enough. */
export interface Sample {
  readonly counted: Selector;
  readonly window: Duration;
  readonly minimum: `${number}`;
}

/**
 * How fast `counted` grows, where it grew by at least `minimum` within `window`, all instances together. A window that is
 * not full yet is not stretched to a whole one, and few samples are no value.
 */
export const enough = ({ counted, window, minimum }: Sample): string =>
  `(sum(rate(${promql(counted)}[${window}])) and round(sum(increase(${promql(counted)}[${window}]))) >= ${minimum})`;

/** What a minimum sample has to mean. `observed` makes the bad `value` of so many observations per step. */
export function sampleEdges(
  { counted, window, minimum }: Sample,
  value: Decimal,
  observed: (often: Decimal) => Series[],
  stepSeconds: number
): Edge[] {
  const { inside, outside } = aroundTheEdge(window, stepSeconds);
  const just = burst(observed(decimal(minimum)));
  const few = minus(decimal(minimum), ONE);
  return [
    { name: 'nothing is observed', series: observed(ZERO) },
    { name: 'exactly the minimum sample', series: just, value },
    { name: 'the minimum sample, about to leave the window', series: just, value, step: inside },
    { name: 'the minimum sample has left the window', series: just, step: outside },
    {
      name: 'too few samples beside many of something else',
      series: [...burst(observed(few)), ...strange(counted, observed(MANY))],
    },
    { name: 'one below the minimum sample', series: burst(observed(few)) },
    { name: 'a process that starts again loses nothing', series: restarted(observed(decimal(minimum))), value },
    {
      name: 'two instances make the minimum sample together',
      series: [...onInstance(burst(observed(few)), 'a:1'), ...onInstance(burst(observed(ONE)), 'b:1')],
      value,
    },
  ];
}

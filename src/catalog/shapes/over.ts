import { compare, decimal, minus, ONE, print, times, ZERO, type Decimal } from '../exact/decimal';
import { type Duration } from '../exact/duration';
import { bucket, promql, withSuffix, type Selector } from '../kinds/selector';
import { aroundTheEdge, burst } from './burst';
import { enough, tooFew } from './enough';
import { counter, onInstance, strange, type Series } from './series';
import { SECOND_SAMPLE, SETTLED, settled } from './settled';
import { type Shape } from './shape';

interface OverOptions {
  /** What is too much; has to be the bound of a bucket. In the unit of the histogram, as decimal text. */
  readonly limit: string;
  readonly window: Duration;
  readonly minimum: `${number}`;
}

const GROWTH = decimal('10000');
const QUIET = decimal('1000');

/**
 * Which share of a histogram's observations within `window` was above `limit`, all instances pooled. Fewer than `minimum`
 * observations have no share.
 */
export function over(record: string, histogram: Selector, { limit, window, minimum }: OverOptions): Shape {
  const buckets = histogram.metric.buckets ?? [];
  const within = bucket(histogram, limit);
  const count = withSuffix(histogram, '_count');
  const rate = (selector: Selector) => `sum(rate(${promql(selector)}[${window}]))`;
  const all = withSuffix(histogram, '_bucket');
  /** `total` observations, `slow` of them above the limit and far beyond it, the others at it. */
  const observed = (slow: Decimal, total: Decimal): Series[] => [
    ...buckets.map((le) => {
      const order = compare(decimal(le), decimal(limit));
      return counter(all, order < 0 ? ZERO : order > 0 ? total : minus(total, slow), { le });
    }),
    counter(all, total, { le: '+Inf' }),
    counter(count, total),
  ];
  const share = (value: Decimal, total: Decimal) => observed(times(value, total), total);
  // One instance has a tenth of the traffic and the most extreme share that still lets both together make `value`.
  const unequal = (value: Decimal): Series[] => {
    const slow = times(value, GROWTH);
    const quiet = compare(slow, QUIET) < 0 ? slow : QUIET;
    return [
      ...onInstance(observed(quiet, QUIET), 'a:1'),
      ...onInstance(observed(minus(slow, quiet), minus(GROWTH, QUIET)), 'b:1'),
    ];
  };
  return {
    kind: 'over',
    record,
    expr: settled(`(${rate(count)} - ${rate(within)}) / ${enough(count, window, minimum)}`),
    reads: [within, count],
    keeps: [],
    literals: [limit, minimum, SETTLED],
    breach: ({ operator, value }) => `${record} ${operator} ${print(value)}`,
    drive: (value) => share(value, GROWTH),
    step: decimal('0.0001'),
    range: { min: ZERO, max: ONE },
    window,
    warmup: SECOND_SAMPLE,
    holds: '0s',
    instances: 'pooled',
    whenMissing: 'silent',
    edges: ({ worst, bound }, stepSeconds) => {
      const { inside, outside } = aroundTheEdge(window, stepSeconds);
      const few = tooFew(minimum);
      const just = burst(share(worst, decimal(minimum)));
      return [
        { name: 'nothing is observed', series: observed(ZERO, ZERO) },
        { name: 'exactly the minimum sample', series: just, value: worst },
        { name: 'the minimum sample, about to leave the window', series: just, value: worst, step: inside },
        { name: 'the minimum sample has left the window', series: just, step: outside },
        {
          name: 'too few samples beside many of something else',
          series: [...burst(share(worst, few)), ...strange(count, share(worst, GROWTH))],
        },
        { name: 'one below the minimum sample', series: burst(share(worst, few)) },
        {
          name: 'two instances make the minimum sample together',
          series: [...onInstance(burst(share(worst, few)), 'a:1'), ...onInstance(burst(share(worst, ONE)), 'b:1')],
          value: worst,
        },
        {
          name: 'a busy and a quiet instance are pooled, not averaged',
          series: unequal(bound.value),
          value: bound.value,
        },
      ];
    },
  };
}

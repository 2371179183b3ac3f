import { compare, decimal, minus, ONE, print, times, ZERO, type Decimal } from '../exact/decimal';
import { type Duration } from '../exact/duration';
import { bucket, promql, withSuffix, type Selector } from '../kinds/selector';
import { enough, sampleEdges } from './enough';
import { counter, type Series } from './series';
import { SECOND_SAMPLE, SETTLED, settled } from './settled';
import { type Shape } from './shape';
import { unequalInstances } from './unequalInstances';

interface OverOptions {
  /** What is too much; has to be the bound of a bucket. In the unit of the histogram, as decimal text. */
  readonly limit: string;
  readonly window: Duration;
  readonly minimum: `${number}`;
}

const GROWTH = decimal('10000');

/**
 * Which share of a histogram's observations within `window` was above `limit`, all instances pooled. Fewer than `minimum`
 * observations have no share.
 */
export function over(record: string, histogram: Selector, { limit, window, minimum }: OverOptions): Shape {
  const buckets = histogram.metric.buckets ?? [];
  const within = bucket(histogram, limit);
  const count = withSuffix(histogram, '_count');
  const sample = { counted: count, window, minimum };
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
  return {
    kind: 'over',
    record,
    expr: settled(`(${rate(count)} - ${rate(within)}) / ${enough(sample)}`),
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
      return [
        ...sampleEdges(sample, worst, (often) => share(worst, often), stepSeconds),
        {
          name: 'a busy and a quiet instance are pooled, not averaged',
          series: unequalInstances(bound.value, observed),
          value: bound.value,
        },
      ];
    },
  };
}

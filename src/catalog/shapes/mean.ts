import { compare, decimal, minus, plus, print, times, ZERO, type Decimal } from '../exact/decimal';
import { type Duration } from '../exact/duration';
import { promql, withSuffix, type Selector } from '../kinds/selector';
import { enough, sampleEdges } from './enough';
import { counter, onInstance, type Series } from './series';
import { SECOND_SAMPLE, SETTLED, settled } from './settled';
import { type Shape } from './shape';

/** Observations per step, so that sums stay whole. */
const GROWTH = decimal('10000');
const QUIET = decimal('100');
const STEP = decimal('0.0001');

/**
 * Mean of what a histogram observed within `window`, all instances pooled, in the unit of the histogram. Fewer than
 * `minimum` observations have no mean, so that an idle application has no value.
 */
export function mean(record: string, histogram: Selector, window: Duration, minimum: `${number}`): Shape {
  const sum = withSuffix(histogram, '_sum');
  const count = withSuffix(histogram, '_count');
  const sample = { counted: count, window, minimum };
  const observed = (value: Decimal, often: Decimal): Series[] => [
    counter(sum, times(value, often)),
    counter(count, often),
  ];
  return {
    kind: 'mean',
    record,
    expr: settled(`sum(rate(${promql(sum)}[${window}])) / ${enough(sample)}`),
    reads: [sum, count],
    keeps: [],
    literals: [minimum, SETTLED],
    breach: ({ operator, value }) => `${record} ${operator} ${print(value)}`,
    drive: (value) => observed(value, GROWTH),
    step: STEP,
    range: { min: ZERO },
    window,
    warmup: SECOND_SAMPLE,
    holds: '0s',
    instances: 'pooled',
    whenMissing: 'silent',
    edges: ({ worst, bound }, stepSeconds) => {
      // A quiet instance is so slow, and a busy one so quick, that both together make exactly the bound.
      const slow = plus(bound.value, times(decimal('10'), STEP));
      const total = times(bound.value, GROWTH);
      const quick = minus(total, times(slow, QUIET));
      return [
        ...sampleEdges(sample, worst, (often) => observed(worst, often), stepSeconds),
        ...(compare(quick, ZERO) > 0
          ? [
              {
                name: 'a busy and a quiet instance are pooled, not averaged',
                series: [
                  ...onInstance(observed(slow, QUIET), 'a:1'),
                  ...onInstance([counter(sum, quick), counter(count, minus(GROWTH, QUIET))], 'b:1'),
                ],
                value: bound.value,
              },
            ]
          : []),
      ];
    },
  };
}

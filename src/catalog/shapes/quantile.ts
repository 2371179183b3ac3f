import { compare, decimal, minus, plus, print, times, ZERO, type Decimal } from '../exact/decimal';
import { type Duration } from '../exact/duration';
import { promql, withSuffix, type Selector } from '../kinds/selector';
import { counter } from './series';
import { SECOND_SAMPLE, SETTLED, settled } from './settled';
import { type Shape } from './shape';

const GROWTH = decimal('1000');
const GRAIN = decimal('1');

/**
 * "The p95 is above 600 ms" asked exactly and cheaply: fewer than 95 % of the observations lie in the bucket of 600 ms.
 * So a bound must be a bucket, and the alert's `$value` is a share.
 *
 * @param q the quantile as decimal text, `0.95`
 */
export function quantile(record: string, q: `0.${string}`, histogram: Selector, window: Duration): Shape {
  const buckets = histogram.metric.buckets ?? [];
  const bucket = withSuffix(histogram, '_bucket');
  const count = withSuffix(histogram, '_count');
  const within = times(decimal(q), GROWTH);
  // Every bucket holds q of the observations, one thousandth more above the value and one less below it.
  const filled = (le: string, value: Decimal) => plus(within, decimal(String(compare(decimal(le), value))));
  return {
    kind: 'quantile',
    record,
    expr: settled(
      `sum by (le) (rate(${promql(bucket)}[${window}])) / on () group_left () (sum(rate(${promql(count)}[${window}])) > 0)`
    ),
    reads: [bucket, count],
    keeps: [],
    literals: [q, '0', SETTLED],
    breach: ({ operator, value }) => {
      const le = print(value);
      if (operator !== '>') {
        throw new Error(`${record}: a quantile can only be judged as "> bound", not "${operator} ${le}"`);
      }
      if (!buckets.includes(le)) {
        throw new Error(`${record}: ${histogram.metric.name} has no bucket at ${le}; there are ${buckets.join(', ')}`);
      }
      return `max(${record}{le=~"${eitherForm(le)}"}) < ${q}`;
    },
    reading: ({ value: bound }) => ({
      unit: 'percent',
      before: 'only ',
      after: ` are within ${print(bound)} s, ${print(times(decimal(q), decimal('100')))} % should be`,
      of: (value) => minus(decimal(q), compare(value, bound) > 0 ? times(GRAIN, decimal('0.001')) : ZERO),
    }),
    drive: (value) => [
      ...buckets.map((le) => counter(bucket, filled(le, value), { le })),
      counter(bucket, GROWTH, { le: '+Inf' }),
      counter(count, GROWTH),
    ],
    step: decimal('0.001'),
    range: { min: ZERO },
    window,
    warmup: SECOND_SAMPLE,
    holds: '0s',
    instances: 'pooled',
    whenMissing: 'silent',
    edges: () => [
      {
        name: 'nothing is observed',
        series: [...buckets.map((le) => counter(bucket, ZERO, { le })), counter(count, ZERO)],
      },
    ],
  };
}

/** Prometheus 2 keeps le="1", Prometheus 3 writes le="1.0"; each misses the other's form. */
const eitherForm = (le: string) => (le.includes('.') ? le.replace('.', '\\\\.') : `${le}(\\\\.0)?`);

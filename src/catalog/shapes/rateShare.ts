import { compare, decimal, minus, ONE, print, times, ZERO, type Decimal } from '../exact/decimal';
import { type Duration } from '../exact/duration';
import { isClosed } from '../kinds/metric';
import { promql, type Selector } from '../kinds/selector';
import { counter, type Series } from './series';
import { SECOND_SAMPLE, SETTLED, settled } from './settled';
import { type Shape } from './shape';
import { unequalInstances } from './unequalInstances';

const GROWTH = decimal('10000');

/** Part of a whole of counters over `window`, all instances pooled. Nothing counted is no value. */
export function rateShare(record: string, part: Selector, whole: Selector, window: Duration): Shape {
  const rate = (selector: Selector) => `sum(rate(${promql(selector)}[${window}]))`;
  const rest = complement(record, part, whole);
  const growing = (hits: Decimal, total: Decimal, labels: Readonly<Record<string, string>> = {}): Series[] => [
    counter(part, hits, labels),
    counter(whole, minus(total, hits), rest),
  ];
  return {
    kind: 'rateShare',
    record,
    expr: settled(`(${rate(part)} or vector(0)) / (${rate(whole)} > 0)`),
    reads: [part, whole],
    keeps: [],
    literals: ['0', SETTLED],
    breach: ({ operator, value }) => `${record} ${operator} ${print(value)}`,
    drive: (value) => growing(times(value, GROWTH), GROWTH),
    step: decimal('0.0001'),
    range: { min: ZERO, max: ONE },
    window,
    warmup: SECOND_SAMPLE,
    holds: '0s',
    instances: 'pooled',
    whenMissing: 'silent',
    edges: ({ worst, healthy, bound }) => [
      { name: 'nothing is counted', series: growing(ZERO, ZERO) },
      ...[worst, healthy]
        .filter((value) => compare(value, ZERO) === 0)
        .map((value) => ({ name: 'the part has no series', series: [counter(whole, GROWTH, rest)], value })),
      ...otherParts(part).map((labels) => ({
        name: `the part is ${Object.values(labels).join(', ')}`,
        series: growing(times(bound.value, GROWTH), GROWTH, labels),
        value: bound.value,
      })),
      {
        name: 'a busy and a quiet instance are pooled, not averaged',
        series: unequalInstances(bound.value, growing),
        value: bound.value,
      },
    ],
  };
}

/** Where the part asks for any of several values, each of those that it is not driven with. */
const otherParts = ({ match }: Selector): Array<Record<string, string>> =>
  Object.entries(match).flatMap(([label, wanted]) =>
    typeof wanted === 'string' ? [] : wanted.slice(1).map((value) => ({ [label]: value }))
  );

/** A label value that is in the whole and not in the part. */
function complement(record: string, part: Selector, whole: Selector): Record<string, string> {
  for (const [label, wanted] of Object.entries(part.match)) {
    const known = part.metric.labels[label];
    const other = known && isClosed(known) ? known.find((value) => ![wanted].flat().includes(value)) : undefined;
    if (!(label in whole.match) && other !== undefined) {
      return { [label]: other };
    }
  }
  throw new Error(`${record}: the part must match a label of closed values that the whole leaves open`);
}

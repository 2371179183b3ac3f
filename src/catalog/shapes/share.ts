import { pointsDown } from '../exact/bound';
import { decimal, minus, ONE, plus, print, times, ZERO, type Decimal } from '../exact/decimal';
import { isClosed } from '../kinds/metric';
import { type Selector } from '../kinds/selector';
import { foundBy } from './measured';
import { held, heldFor } from './held';
import { gauge, type Series } from './series';
import { type Edge, type Shape } from './shape';

interface ShareParts {
  /** The label that tells good from bad; both selectors match values of it. */
  readonly label: string;
  readonly part: Selector;
  readonly whole: Selector;
  /** Below so many in `whole` there is no share at all. */
  readonly minimum: `${number}`;
}

const SAMPLE = decimal('1000');
const STEP = decimal('0.001');
const TWO = decimal('2');

/**
 * Part of a whole, both windowed counts in gauges of the exporter. Replicas of the exporter tell the same,
 * so the greatest of each count is taken before anything is added. Below the minimum sample there is no value.
 */
export function share(record: string, { label, part, whole, minimum }: ShareParts): Shape {
  const all = [whole.match[label] ?? []].flat();
  const good = [part.match[label] ?? []].flat();
  const [first] = good;
  const other = all.find((value) => !good.includes(value));
  if (first === undefined || other === undefined || !good.every((value) => all.includes(value))) {
    throw new Error(`${record}: the part's values of "${label}" must be some but not all of the whole's`);
  }
  // Of one value the greatest is already the sum.
  const pooled = (selector: Selector, values: readonly string[]) =>
    values.length === 1 ? `max(${held(selector)})` : `sum(max by (${label}) (${held(selector)}))`;

  const counts = (hits: Decimal, total: Decimal, labels: Readonly<Record<string, string>> = {}): Series[] =>
    all.map((value) =>
      gauge(whole, value === first ? hits : value === other ? minus(total, hits) : ZERO, { ...labels, [label]: value })
    );
  const at = (value: Decimal, total: Decimal) => counts(times(value, total), total);

  const evaluate: Shape['evaluate'] = (found) => {
    const greatest = (selector: Selector, value: string) =>
      foundBy(selector, found)
        .filter(({ labels }) => labels[label] === value)
        .reduce((most, measured) => Math.max(most, measured.value), 0);
    const sum = (selector: Selector, values: readonly string[]) =>
      values.reduce((total, value) => total + greatest(selector, value), 0);
    const total = sum(whole, all);
    // With a minimum of 0 Prometheus would divide by zero: no sample is no share.
    return total > 0 && total >= Number(minimum) ? [{ name: record, labels: {}, value: sum(part, good) / total }] : [];
  };

  return {
    kind: 'share',
    record,
    expr: `(${pooled(part, good)} or vector(0)) / (${pooled(whole, all)} >= ${minimum})`,
    reads: [part, whole],
    keeps: [],
    literals: ['0', minimum],
    breach: ({ operator, value }) => `${record} ${operator} ${print(value)}`,
    drive: (value) => at(value, SAMPLE),
    step: STEP,
    range: { min: ZERO, max: ONE },
    window: '0s',
    warmup: '0s',
    holds: heldFor(whole),
    instances: 'replicas',
    whenMissing: 'silent',
    evaluate,
    edges: ({ bound, worst }) => {
      const few = minus(decimal(minimum), ONE);
      const short = counts(times(worst, few), few);
      const replicas = ['a:1', 'b:1'].flatMap((instance) => counts(times(worst, few), few, { instance }));
      const nearby = pointsDown(bound) ? minus(bound.value, STEP) : plus(bound.value, STEP);
      return [
        ...[bound.value, nearby].map((value) => ({
          name: `a replica that lags behind at ${print(value)}`,
          series: [
            ...counts(times(value, SAMPLE), SAMPLE, { instance: 'a:1' }),
            ...counts(ONE, TWO, { instance: 'b:1' }),
          ],
          value,
        })),
        ...all
          .filter((value) => !good.includes(value))
          .map((rest) => ({
            name: `all that is not good is "${rest}"`,
            series: all.map((value) =>
              gauge(
                whole,
                value === first ? times(worst, SAMPLE) : value === rest ? minus(SAMPLE, times(worst, SAMPLE)) : ZERO,
                { [label]: value }
              )
            ),
            value: worst,
          })),
        { name: 'exactly the minimum sample', series: at(worst, decimal(minimum)), value: worst },
        { name: 'one below the minimum sample', series: short },
        { name: 'one below the minimum sample on two replicas', series: replicas },
        { name: 'every count is zero', series: counts(ZERO, ZERO) },
        missingPart(at(ZERO, SAMPLE), good, label),
        ...outsiders(whole, label, all, at(worst, SAMPLE), worst),
      ];
    },
  };
}

/** What never had a success, or a failure, exposes no series for it: that is a share of zero, not "no data". */
const missingPart = (series: readonly Series[], good: readonly string[], label: string): Edge => ({
  name: 'the part has no series',
  series: series.filter(({ labels }) => !good.includes(labels[label] ?? '')),
  value: ZERO,
});

/** Values of the label that belong to neither side must not count, however many there are. */
function outsiders(
  whole: Selector,
  label: string,
  all: readonly string[],
  series: readonly Series[],
  worst: Decimal
): Edge[] {
  const known = whole.metric.labels[label] ?? [];
  const outside = isClosed(known) ? known.filter((value) => !all.includes(value)) : [];
  return outside.map((value) => ({
    name: `many "${value}" beside the sample`,
    series: [...series, gauge(whole, decimal('1000000'), { [label]: value })],
    value: worst,
  }));
}

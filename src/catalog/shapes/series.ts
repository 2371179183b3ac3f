import { plus, print, times, decimal, ZERO, type Decimal } from '../exact/decimal';
import { isClosed } from '../kinds/metric';
import { matchers, seriesName, type Selector } from '../kinds/selector';

/** A stretch of a series: a gauge stays at `value`, a counter grows by `value` per step. The last one has no end. */
export interface Phase {
  readonly value: Decimal;
  readonly steps?: number;
  /** No samples at all. */
  readonly missing?: true;
}

/** One concrete input series of a rule test. */
export interface Series {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly kind: 'gauge' | 'counter';
  readonly phases: readonly Phase[];
}

/** One series that `selector` finds; labels it does not ask for get their first known value, or `one`. */
function found(selector: Selector, labels: Readonly<Record<string, string>>): Pick<Series, 'name' | 'labels'> {
  const own = Object.entries(selector.metric.labels).map(([label, values]) => [
    label,
    isClosed(values) ? values[0] : 'one',
  ]);
  const wanted = Object.entries(matchers(selector)).map(([label, value]) => [label, [value].flat()[0]]);
  return { name: seriesName(selector), labels: { ...Object.fromEntries([...own, ...wanted]), ...labels } };
}

export const gauge = (selector: Selector, value: Decimal, labels: Readonly<Record<string, string>> = {}): Series => ({
  ...found(selector, labels),
  kind: 'gauge',
  phases: [{ value }],
});

/** `growth` is per step, not per second. */
export const counter = (
  selector: Selector,
  growth: Decimal,
  labels: Readonly<Record<string, string>> = {}
): Series => ({
  ...found(selector, labels),
  kind: 'counter',
  phases: [{ value: growth }],
});

/** A gauge that had another value at first. */
export const changed = (series: Series, first: Decimal): Series => ({
  ...series,
  phases: [{ value: first, steps: 1 }, ...series.phases],
});

/** The same series of one instance of the application. */
export const onInstance = (series: readonly Series[], instance: string): Series[] =>
  series.map((one) => ({ ...one, labels: { ...one.labels, instance } }));

/** Copies of the series that `selector` must not find: each differs in one label that it asks for. */
export const strange = (selector: Selector, series: readonly Series[]): Series[] =>
  Object.keys(matchers(selector)).flatMap((label) =>
    series.map((one) => ({ ...one, labels: { ...one.labels, [label]: 'stranger' } }))
  );

/** The series in promtool's notation, at least `steps` long. */
export function notation({ kind, phases }: Series, steps: number): string {
  let level = ZERO;
  return phases
    .map(({ value, steps: length, missing }) => {
      if (missing) {
        return `_x${length ?? steps}`;
      }
      const last = (length ?? steps) - 1;
      const start = kind === 'gauge' ? value : level;
      const growth = kind === 'gauge' ? ZERO : value;
      level = plus(start, times(growth, decimal(String(last + 1))));
      return `${print(start)}${growth.digits < 0n ? '' : '+'}${print(growth)}x${last}`;
    })
    .join(' ');
}

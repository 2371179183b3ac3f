import { type Decimal } from '../../../src/catalog/exact/decimal';
import { type Duration } from '../../../src/catalog/exact/duration';
import { type Series } from '../../../src/catalog/shapes/series';

/** Long enough that the healthy values are still within whatever holds the last ones. */
const HEALTHY_STEPS = 5;

/** Healthy for a while, then bad: what was well a moment ago excuses nothing. Only where both are one steady stretch. */
export function onset(
  window: Duration,
  drive: (value: Decimal) => readonly Series[],
  worst: Decimal,
  healthy: Decimal,
  { steps, longest }: { readonly steps: (duration: Duration) => number; readonly longest: number }
): Array<{ readonly name: string; readonly series: Series[]; readonly step: number }> {
  const before = drive(healthy);
  const after = drive(worst);
  const same = (a: Series, b: Series) => a.name === b.name && JSON.stringify(a.labels) === JSON.stringify(b.labels);
  const series = before.flatMap((one) => {
    const [next, ...others] = after.filter((candidate) => same(candidate, one));
    const [from] = one.phases;
    return next && others.length === 0 && from && one.phases.length === 1 && next.phases.length === 1
      ? [{ ...one, phases: [{ ...from, steps: HEALTHY_STEPS }, ...next.phases] }]
      : [];
  });
  return series.length > 0 && series.length === before.length && series.length === after.length
    ? [{ name: 'bad after it was well', series, step: HEALTHY_STEPS + steps(window) + longest + 1 }]
    : [];
}

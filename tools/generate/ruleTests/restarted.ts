import { decimal, minus, times, ZERO } from '../../../src/catalog/exact/decimal';
import { type Series } from '../../../src/catalog/shapes/series';

/**
 * The same growth with all counters starting again from 0 after sample `at`: whoever looks at the rate sees nothing of
 * it. Empty where no counter grows steadily.
 */
export function restarted(driven: readonly Series[], at: number): Series[] {
  const steady = driven.every(({ kind, phases }) => kind === 'gauge' || phases.length === 1);
  const counts = driven.some(({ kind, phases }) => kind === 'counter' && phases[0]?.value.digits !== ZERO.digits);
  return steady && counts
    ? driven.map((series) => (series.kind === 'counter' ? startedAgain(series, at) : series))
    : [];
}

function startedAgain(series: Series, at: number): Series {
  const growth = series.phases[0]?.value ?? ZERO;
  // From `at` times the growth back to once: what grew since the restart.
  const back = minus(growth, times(growth, decimal(String(at))));
  return { ...series, phases: [{ value: growth, steps: at }, { value: back, steps: 1 }, { value: growth }] };
}

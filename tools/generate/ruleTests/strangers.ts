import { decimal, plus, times } from '../../../src/catalog/exact/decimal';
import { isClosed } from '../../../src/catalog/kinds/metric';
import { matchers, seriesName, type Selector } from '../../../src/catalog/kinds/selector';
import { type Series } from '../../../src/catalog/shapes/series';

/**
 * Copies of driven series that no selector may find: each differs from its original in one label that every
 * selector of that metric asks for. A rule that forgot a matcher counts them.
 */
export function strangers(reads: readonly Selector[], driven: readonly Series[]): Series[] {
  return driven.flatMap((series) => {
    const selectors = reads.filter((selector) => seriesName(selector) === series.name);
    const asked = Object.keys(series.labels).filter(
      (label) => selectors.length > 0 && selectors.every((selector) => label in matchers(selector))
    );
    return asked.map((label) => ({
      ...series,
      labels: { ...series.labels, [label]: strangeValue(selectors, label) },
    }));
  });
}

function strangeValue(selectors: readonly Selector[], label: string): string {
  const taken = selectors.flatMap((selector) => matchers(selector)[label] ?? []);
  const known = selectors[0]?.metric.labels[label];
  // Where all known values are asked for, one that may come some day.
  const free = known && isClosed(known) ? known.find((value) => !taken.includes(value)) : undefined;
  return free ?? 'stranger';
}

/** A ratio does not notice strangers that scale both of its sides alike: so one metric at a time, a thousandfold. */
export function loudStrangers(
  reads: readonly Selector[],
  driven: readonly Series[]
): Array<{ metric: string; series: Series[] }> {
  const all = strangers(reads, driven);
  const thousandfold = (series: Series): Series => ({
    ...series,
    phases: series.phases.map((phase) => ({
      ...phase,
      value: plus(times(phase.value, decimal('1000')), decimal('1000')),
    })),
  });
  return [...new Set(all.map(({ name }) => name))].map((metric) => ({
    metric,
    series: all.filter(({ name }) => name === metric).map(thousandfold),
  }));
}

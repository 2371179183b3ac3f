import { matchers, seriesName, type Selector } from '../../../src/catalog/kinds/selector';
import { type Series } from '../../../src/catalog/shapes/series';

/** Where one selector asks for any of several values, the driven series under each of the others. */
export function alternatives(
  reads: readonly Selector[],
  driven: readonly Series[]
): Array<{ readonly name: string; readonly series: Series[] }> {
  const [selector, ...others] = reads;
  // With more selectors the values are the sides of a comparison, and the shape tells them apart itself.
  if (!selector || others.length > 0) {
    return [];
  }
  return Object.entries(matchers(selector)).flatMap(([label, wanted]) =>
    (typeof wanted === 'string' ? [] : wanted.slice(1)).map((value) => ({
      name: `${label} ${value} counts too`,
      series: driven.map((series) =>
        series.name === seriesName(selector) ? { ...series, labels: { ...series.labels, [label]: value } } : series
      ),
    }))
  );
}

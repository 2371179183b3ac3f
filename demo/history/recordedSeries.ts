import { type Catalog } from '../../src/catalog/catalog';
import { seriesName } from '../../src/catalog/kinds/selector';
import { type Measured } from '../../src/catalog/shapes/measured';
import { type Shape } from '../../src/catalog/shapes/shape';
import { collectSeries, type HistorySeries } from './series';

/** What the recording rules would have made of the series: of every rule that judges these alone, and needs no history. */
export function recordedSeries(
  { systems }: Catalog,
  series: readonly HistorySeries[],
  instants: readonly number[]
): HistorySeries[] {
  const names = new Set(series.map(({ name }) => name));
  const shapes = systems
    .flatMap(({ alerts, light }) => [...alerts, ...(light?.inputs ?? [])])
    .map(({ shape }) => shape)
    .filter(({ reads }) => reads.length > 0 && reads.every((selector) => names.has(seriesName(selector))));
  const recorded = collectSeries(instants.length);
  for (const shape of new Map(shapes.map((one) => [one.record, one])).values()) {
    const read = series.filter(({ name }) => shape.reads.some((selector) => seriesName(selector) === name));
    instants.forEach((_, i) => {
      evaluated(shape, read, i).forEach(({ name, labels, value }) => recorded.set(name, labels, i, value));
    });
  }
  return recorded.all();
}

function evaluated(shape: Shape, series: readonly HistorySeries[], instant: number): readonly Measured[] {
  const measured = series.flatMap(({ name, labels, values }) => {
    const value = values[instant];
    return value === undefined ? [] : [{ name, labels, value }];
  });
  return shape.evaluate?.(measured) ?? [];
}

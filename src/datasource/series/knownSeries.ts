import { type Catalog } from '../../catalog/catalog';
import { isClosed, type LabelValues, type Metric } from '../../catalog/kinds/metric';

/** A series that can be asked for: a metric of the contract, or what a rule records. */
export interface KnownSeries {
  readonly name: string;
  /** Title of the system. */
  readonly system: string;
  readonly help: string;
  readonly labels: Readonly<Record<string, LabelValues>>;
  /** Nothing for a record, whose identity labels are gone. */
  readonly metric?: Metric;
}

/** Every series of the catalog, metrics first, in the order of its systems. */
export function knownSeries({ systems }: Catalog): KnownSeries[] {
  return systems.flatMap(({ title: system, metrics, alerts, light }) => [
    ...metrics.map((metric) => ({ name: metric.name, system, help: metric.help, labels: metric.labels, metric })),
    ...byName(
      [...(light?.inputs ?? []), ...alerts].map(({ shape, threshold }) => ({
        name: shape.record,
        system,
        help: threshold.title,
        labels: Object.fromEntries(
          shape.keeps.map((label): [string, LabelValues] => [
            label,
            shape.reads[0]?.metric.labels[label] ?? { atMost: 100, of: label },
          ])
        ),
      }))
    ),
    ...(light
      ? [
          { name: light.record, system, help: light.title, labels: {} },
          {
            name: light.inputRecord,
            system,
            help: `${light.title} Each input`,
            labels: { input: light.inputs.map(({ name }) => name) },
          },
        ]
      : []),
  ]);
}

/** Values to offer for a label; none where the contract only bounds them. */
export const offeredValues = (series: KnownSeries, label: string): readonly string[] => {
  const values = series.labels[label];
  return values && isClosed(values) ? values : [];
};

/** Two alerts may judge one record, and a light looks at what alerts judge; the last one names it. */
const byName = (series: KnownSeries[]): KnownSeries[] => [...new Map(series.map((one) => [one.name, one])).values()];

import { type Catalog } from '../../catalog/catalog';

/** Labels by which one alert tells several things apart, such as the source that fails. */
export const keptLabels = ({ systems }: Catalog): string[] => [
  ...new Set(systems.flatMap(({ alerts }) => alerts.flatMap(({ shape }) => shape.keeps))),
];

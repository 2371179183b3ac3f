import { type Catalog } from '../../src/catalog/catalog';
import { type Alert } from '../../src/catalog/kinds/alert';
import { type Query } from '../../src/catalog/kinds/query';
import { type Threshold } from '../../src/catalog/kinds/threshold';

/** Throws when the catalog has no alert of that name. */
export function alertNamed({ systems }: Catalog, name: string): Alert {
  const alert = systems.flatMap(({ alerts }) => alerts).find((known) => known.name === name);
  if (!alert) {
    throw new Error(`The catalog has no alert ${name}: correct the fault that raises it`);
  }
  return alert;
}

/** Throws when the catalog has no query of that id. */
export function queryWithId({ systems }: Catalog, id: string): Query {
  const query = systems.flatMap(({ queries }) => queries).find((known) => known.id === id);
  if (!query) {
    throw new Error(`The catalog has no query ${id}: correct the fault that reads it`);
  }
  return query;
}

/** Throws when the catalog has no threshold of that id. */
export function thresholdWithId({ systems }: Pick<Catalog, 'systems'>, id: string): Threshold {
  const threshold = systems.flatMap(({ thresholds }) => thresholds).find((known) => known.id === id);
  if (!threshold) {
    throw new Error(`The catalog has no threshold ${id}: correct what is measured against it`);
  }
  return threshold;
}

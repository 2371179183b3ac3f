import { type System, type SystemFactory } from './kinds/system';
import { type Settings } from './settings/settings';

/** All systems under one set of settings: what every emitter, page and service is given. */
export interface Catalog {
  readonly settings: Settings;
  readonly systems: readonly System[];
}

export const buildCatalog = (factories: readonly SystemFactory[], settings: Settings): Catalog => ({
  settings,
  systems: factories.map((factory) => factory(settings)),
});

import { type System, type SystemFactory } from './kinds/system';
import { type Settings } from './settings/settings';

/** An installation's systems under its settings: what every emitter, page and service is given. */
export interface Catalog {
  readonly settings: Settings;
  readonly systems: readonly System[];
}

export const buildCatalog = (factories: readonly SystemFactory[], settings: Settings): Catalog => ({
  settings,
  systems: factories
    .map((factory) => factory(settings))
    .filter(({ id }) => settings.systems === undefined || settings.systems.includes(id)),
});

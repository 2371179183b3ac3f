import { buildCatalog, type Catalog } from './catalog';
import { DEFAULT_SETTINGS } from './settings/defaults';
import { merge, type Changes } from './settings/merge';
import { type Settings } from './settings/settings';
import { SYSTEMS } from './systems';

/** The systems of an installation under its settings: the defaults with its changes. */
export const configuredCatalog = (changes: Changes<Settings> = {}): Catalog =>
  buildCatalog(SYSTEMS, merge(DEFAULT_SETTINGS, changes));

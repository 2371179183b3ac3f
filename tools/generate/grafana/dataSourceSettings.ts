import { changes } from '../../../src/catalog/settings/changes';
import { DEFAULT_SETTINGS } from '../../../src/catalog/settings/defaults';
import { type Changes } from '../../../src/catalog/settings/merge';
import { type Settings } from '../../../src/catalog/settings/settings';

/** Where servers are and who is notified: nothing a browser asks for, and the address of a webhook may be a secret. */
const KEPT_FROM_BROWSERS = ['receivers', 'targets', 'scrape'] as const satisfies ReadonlyArray<keyof Settings>;

/** What the nested data source is told of the settings: what differs from the defaults, or nothing. */
export function dataSourceSettings(settings: Settings): Changes<Settings> | undefined {
  const told = Object.entries(changes(DEFAULT_SETTINGS, settings)).filter(
    ([key]) => !(KEPT_FROM_BROWSERS as readonly string[]).includes(key)
  );
  return told.length > 0 ? Object.fromEntries(told) : undefined;
}

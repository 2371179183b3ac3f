import { checkCatalog } from '../../catalog/settings/checkCatalog';
import { DEFAULT_SETTINGS, SETTING_NAMES } from '../../catalog/settings/defaults';
import { merge } from '../../catalog/settings/merge';
import { SYSTEMS } from '../../catalog/systems';
import { type GenwatchOptions } from '../options';

interface Parsed {
  readonly settings?: GenwatchOptions['settings'];
  readonly error?: string;
}

/** Settings from JSON text, or why they cannot be used; no text means no overrides. */
export function parseSettings(text: string): Parsed {
  if (text.trim() === '') {
    return { settings: undefined };
  }
  try {
    const settings = JSON.parse(text) as GenwatchOptions['settings'];
    if (typeof settings !== 'object' || settings === null || Array.isArray(settings)) {
      return { error: 'Write a JSON object, like { "zones": { "buckets": "Europe/Berlin" } }.' };
    }
    const stranger = Object.keys(settings).find((key) => !SETTING_NAMES.includes(key));
    if (stranger !== undefined) {
      return { error: `There is no setting "${stranger}". There are ${SETTING_NAMES.join(', ')}.` };
    }
    const merged = merge(DEFAULT_SETTINGS, settings);
    const [fault] = checkCatalog(
      SYSTEMS.map((factory) => factory(merged)),
      merged
    );
    return fault ? { error: `${fault.path.join('.')}: ${fault.message}. To mend it: ${fault.remedy}.` } : { settings };
  } catch (cause) {
    return { error: `This is not used: ${cause instanceof Error ? cause.message : String(cause)}` };
  }
}

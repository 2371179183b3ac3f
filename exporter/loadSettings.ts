import { checkedSettings } from '../src/catalog/settings/checkedSettings';
import { DEFAULT_SETTINGS } from '../src/catalog/settings/defaults';
import { explain } from '../src/catalog/settings/explain';
import { type Settings } from '../src/catalog/settings/settings';
import { SYSTEMS } from '../src/catalog/systems';
import { errorCode } from './errorCode';
import { OptionsError } from './optionsError';

/**
 * The settings in a `genwatch.config.yaml`; the defaults without one.
 * @throws OptionsError when the file cannot be read, or with every problem in it
 */
export function loadSettings(path: string | undefined, readFile: (path: string) => string): Settings {
  if (path === undefined) {
    return DEFAULT_SETTINGS;
  }
  const { settings, problems } = checkedSettings(contents(path, readFile), SYSTEMS);
  if (problems.length > 0) {
    throw new OptionsError(explain(problems, path).split('\n'));
  }
  return settings;
}

function contents(path: string, readFile: (path: string) => string): string {
  try {
    return readFile(path);
  } catch (cause) {
    throw new OptionsError(
      [
        `GENWATCH_CONFIG names ${path}, which cannot be read (${errorCode(cause)}). Correct the path or its permissions.`,
      ],
      { cause }
    );
  }
}

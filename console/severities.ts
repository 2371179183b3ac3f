import { readFile } from 'node:fs/promises';
import { DEFAULT_SETTINGS } from '../src/catalog/settings/defaults';
import { explain } from '../src/catalog/settings/explain';
import { readSettings } from '../src/catalog/settings/readSettings';
import { type Settings } from '../src/catalog/settings/settings';

/** What this installation calls the levels: from its `genwatch.config.yaml`, or the defaults where it has none. */
export async function severitiesOf(config: string | undefined): Promise<Settings['severities']> {
  if (!config) {
    return DEFAULT_SETTINGS.severities;
  }
  let text: string;
  try {
    text = await readFile(config, 'utf8');
  } catch (cause) {
    throw new Error(`Cannot read ${config}: let GENWATCH_CONFIG name a readable genwatch.config.yaml, or unset it.`, {
      cause,
    });
  }
  const { settings, problems } = readSettings(text);
  if (problems.length > 0) {
    throw new Error(`The configuration of the alert console has mistakes:\n${explain(problems, config)}`);
  }
  return settings.severities;
}

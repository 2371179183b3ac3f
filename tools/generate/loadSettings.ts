import { type SystemFactory } from '../../src/catalog/kinds/system';
import { checkedSettings } from '../../src/catalog/settings/checkedSettings';
import { DEFAULT_SETTINGS } from '../../src/catalog/settings/defaults';
import { explain } from '../../src/catalog/settings/explain';
import { type Settings } from '../../src/catalog/settings/settings';

/** Reads a settings file; without one the defaults hold. Throws one error that tells of everything wrong in it. */
export async function loadSettings(
  file: string | undefined,
  factories: readonly SystemFactory[],
  read: (file: string) => Promise<string>
): Promise<Settings> {
  if (file === undefined) {
    return DEFAULT_SETTINGS;
  }
  const text = await read(file).catch((cause: unknown) => {
    throw new Error(`cannot read ${file}: check the path given with --config`, { cause });
  });
  const { settings, problems } = checkedSettings(text, factories);
  if (problems.length > 0) {
    throw new Error(`${file} was not used, nothing is written:\n${explain(problems, file)}`);
  }
  return settings;
}

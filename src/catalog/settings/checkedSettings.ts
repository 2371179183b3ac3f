import { type SystemFactory } from '../kinds/system';
import { checkSettings } from './checkSettings';
import { locate } from './locate';
import { inOrder } from './locatedProblem';
import { readSettings, type ReadResult } from './readSettings';

/** Reads a settings file and checks it against the catalog, so that everything wrong is told at once. */
export function checkedSettings(text: string, factories: readonly SystemFactory[]): ReadResult {
  const { settings, problems } = readSettings(text);
  return { settings, problems: inOrder([...problems, ...locate(text, checkSettings(settings, factories))]) };
}

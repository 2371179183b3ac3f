import { checkBounds } from './checkBounds';
import { checkCatalog } from './checkCatalog';
import { checkLabels } from './checkLabels';
import { checkNames } from './checkNames';
import { problem, type Problem } from '../kinds/problem';
import { type System, type SystemFactory } from '../kinds/system';
import { type Settings } from './settings';

/**
 * Everything wrong with settings that only the catalog can tell: names it does not know, bounds that overtake each
 * other or could never be met, windows that no metric has. Give it what `readSettings` returned, with or without
 * problems; `locate` finds the lines. With any problem nothing may be written.
 */
export function checkSettings(settings: Settings, factories: readonly SystemFactory[]): Problem[] {
  const documented = factories.map((factory) => factory({ ...settings, thresholds: {} }));
  const names = checkNames(settings, documented);
  const built = build(settings, factories);
  return 'systems' in built
    ? [
        ...names,
        ...checkBounds(settings, built.systems),
        ...checkLabels(settings, built.systems),
        ...checkCatalog(built.systems, settings),
      ]
    : [...names, built.failure];
}

/** A shape may refuse to be built from an override; that is the settings' fault, since the documented ones were built. */
function build(settings: Settings, factories: readonly SystemFactory[]): { systems: System[] } | { failure: Problem } {
  try {
    return { systems: factories.map((factory) => factory(settings)) };
  } catch (cause) {
    const told = cause instanceof Error ? cause.message : String(cause);
    return {
      failure: problem(['thresholds'], `the catalog cannot be built: ${told}`, 'take back the last change here'),
    };
  }
}

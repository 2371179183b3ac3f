import 'systemjs/dist/system.js';
import 'systemjs/dist/extras/amd.js';

import { sharedModules } from './sharedModules';

interface PluginModule {
  readonly plugin: unknown;
}

/** Loads a plugin's module.js as Grafana does: the modules that are shared come from the page. */
export type ImportPlugin = (url: string) => Promise<PluginModule>;

export async function createImportPlugin(): Promise<ImportPlugin> {
  const imports: Record<string, string> = {};
  for (const [name, module] of await sharedModules()) {
    System.set(`preview:${name}`, module);
    imports[name] = `preview:${name}`;
  }
  System.addImportMap({ imports });
  return async (url) => {
    const namespace = (await System.import(`/${url}`)) as {
      readonly default: unknown;
      readonly __useDefault?: boolean;
    };
    // A module that awaits something while it is loaded hands over a promise.
    const module: unknown = await (namespace.__useDefault ? namespace.default : namespace);
    if (typeof module !== 'object' || module === null || !('plugin' in module)) {
      throw new Error(`${url} exports no plugin`);
    }
    return module;
  };
}

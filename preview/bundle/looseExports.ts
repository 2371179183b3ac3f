import { readFile } from 'node:fs/promises';
import { type Plugin } from 'esbuild';

/**
 * @grafana/scenes takes defaults of the table panel that this version of @grafana/schema does not have, which webpack and
 * Grafana's own build let pass as undefined.
 */
export const looseExports: Plugin = {
  name: 'loose-exports',
  setup: ({ onLoad }) => {
    onLoad(
      { filter: /@grafana[\\/]schema[\\/].*[\\/]table[\\/]panelcfg[\\/].*types\.gen\.mjs$/ },
      async ({ path }) => ({
        contents: `${await readFile(path, 'utf8')}\nexport const defaultOptions = undefined;\n`,
      })
    );
  },
};

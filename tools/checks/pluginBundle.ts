import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/** Grafana loads module.js of every app on every page, so it only wires; gzipped bytes. */
export const MODULE_LIMIT = 12 * 1024;

/** For reading settings in Node; they have no business in a browser. */
const NODE_ONLY = ['zod', 'yaml', 'fastest-levenshtein'];

/** Grafana shares its own: with a second copy, contexts and classes of one mean nothing to the other, above all in its sandbox. */
const SHARED = [
  'rxjs',
  'react',
  'react-dom',
  'lodash',
  '@emotion/css',
  '@grafana/data',
  '@grafana/runtime',
  '@grafana/ui',
];

export interface BundleReport {
  /** Size of module.js, gzipped, in bytes. */
  readonly moduleSize: number;
  /** What is wrong and what to do about it; nothing when all is well. */
  readonly problems: readonly string[];
}

/** Looks at the built plugin in `dist`. Throws when it has not been built. */
export function checkPluginBundle(dist: string): BundleReport {
  const moduleSize = gzipSync(readModule(dist)).length;
  const tooLarge =
    moduleSize > MODULE_LIMIT
      ? [
          `module.js is ${moduleSize} bytes gzipped (at most ${MODULE_LIMIT}): import heavy code lazily in src/module.tsx`,
        ]
      : [];
  const packages = packagesIn(dist);
  const strangers = packages
    .filter((name) => NODE_ONLY.includes(name))
    .map((name) => `the plugin contains ${name}: a page imports what reads genwatch.config.yaml`);
  const copies = packages
    .filter((name) => SHARED.includes(name))
    .map(
      (name) => `the plugin contains a copy of ${name}, which Grafana shares: add it to externals in webpack.config.ts`
    );
  return { moduleSize, problems: [...tooLarge, ...strangers, ...copies] };
}

function readModule(dist: string): Buffer {
  const file = path.join(dist, 'module.js');
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new Error(`Cannot check the built plugin, ${file} cannot be read: run npm run build first`, { cause });
  }
}

/** Names of the npm packages that webpack put into any chunk, from the source maps beside them. */
function packagesIn(dist: string): string[] {
  const maps = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js.map'));
  const names = maps.flatMap((file) => {
    const { sources } = JSON.parse(readFileSync(path.join(dist, file), 'utf8')) as { sources: string[] };
    return sources.flatMap((source) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source)?.[1] ?? []);
  });
  return [...new Set(names)].sort();
}

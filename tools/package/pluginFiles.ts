import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The files of a built plugin by their path inside it, with `/` between the parts. */
export type PluginFiles = ReadonlyMap<string, Uint8Array>;

/** Reads a built plugin. Throws when there is none. */
export function pluginFiles(dist: string): PluginFiles {
  const entries = (() => {
    try {
      return readdirSync(dist, { recursive: true, withFileTypes: true });
    } catch (cause) {
      throw new Error(`There is no built plugin in ${dist}: run npm run build first`, { cause });
    }
  })();
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => [path.relative(dist, file).split(path.sep).join('/'), new Uint8Array(readFileSync(file))] as const);
  return new Map(files.sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** The text of a file, or nothing where there is none. */
export function textOf(files: PluginFiles, file: string): string | undefined {
  const content = files.get(file);
  return content && new TextDecoder().decode(content);
}

import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** When anything of these files and folders was last changed, in milliseconds; tests do not count. */
export function newestChange(paths: readonly string[]): number {
  return Math.max(0, ...paths.flatMap((path) => (existsSync(path) ? changesOf(path) : [])));
}

function changesOf(path: string): number[] {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) {
    return [mtimeMs];
  }
  const entries = readdirSync(path).filter((entry) => !/\.test\.tsx?$/.test(entry));
  return entries.flatMap((entry) => changesOf(join(path, entry)));
}

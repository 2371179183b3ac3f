import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { checkPackage } from './checkPackage';
import { pluginFiles, textOf } from './pluginFiles';
import { zipPlugin } from './zipPlugin';

export interface PluginPackage {
  readonly file: string;
  /** Bytes of the zip. */
  readonly size: number;
  readonly sha256: string;
  readonly count: number;
}

/**
 * Packs the built plugin of `dist` into `<id>-<version>.zip` in `out`, ready to be signed.
 * @throws Error with everything that is wrong with it; then nothing is written
 */
export function packagePlugin(dist: string, out: string, version: string): PluginPackage {
  const files = pluginFiles(dist);
  const problems = checkPackage(files, version);
  if (problems.length > 0) {
    throw new Error(`The plugin in ${dist} is not fit to be packed:\n${problems.map((one) => `- ${one}`).join('\n')}`);
  }
  const { id } = JSON.parse(textOf(files, 'plugin.json') ?? '') as { readonly id: string };
  const zip = zipPlugin(files, id);
  const file = path.join(out, `${id}-${version}.zip`);
  mkdirSync(out, { recursive: true });
  writeFileSync(file, zip);
  return { file, size: zip.length, sha256: createHash('sha256').update(zip).digest('hex'), count: files.size };
}

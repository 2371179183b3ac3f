import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Bundle } from './bundle';

const FOLDER = 'docs/runbooks';

/** The runbooks of the checkout, for a bundle whose reference links to them. They are written by hand, not generated. */
export async function runbookFiles(root: string): Promise<Bundle> {
  const names = (await readdir(path.join(root, FOLDER))).filter((name) => name.endsWith('.md')).sort();
  const texts = await Promise.all(names.map((name) => readFile(path.join(root, FOLDER, name), 'utf8')));
  return new Map(names.map((name, i) => [`${FOLDER}/${name}`, texts[i] ?? '']));
}

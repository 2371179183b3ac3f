import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Bundle } from './bundle';

/** Folders that hold generated files only: what is in them and in no bundle is left over. */
const OWNED = ['rules', 'dashboards', 'docs/reference', 'sql'];

export async function writeBundle(bundle: Bundle, root: string): Promise<void> {
  for (const [file, text] of bundle) {
    const target = path.join(root, file);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, text);
  }
}

/** Files of the owned folders that the bundle no longer has. */
export async function leftovers(bundle: Bundle, root: string): Promise<string[]> {
  const found = await Promise.all(
    OWNED.map(async (folder) => {
      const entries = await readdir(path.join(root, folder), { recursive: true, withFileTypes: true }).catch(() => []);
      return entries
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
    })
  );
  return found.flat().filter((file) => !bundle.has(file));
}

export async function removeFiles(files: readonly string[], root: string): Promise<void> {
  await Promise.all(files.map((file) => rm(path.join(root, file))));
}

/** Letters of a line that differs, and how many of them lie before the difference. */
const SHOWN = 100;
const BEFORE = 30;

/** A committed file that is not what the catalog says. */
export interface Drift {
  readonly file: string;
  /** First line that differs, from 1. */
  readonly line: number;
  readonly message: string;
}

/** Compares every file of the bundle with the one on disk. */
export async function findDrift(bundle: Bundle, root: string): Promise<Drift[]> {
  const changed = await Promise.all(
    [...bundle].map(async ([file, text]): Promise<Drift[]> => {
      const onDisk = await readFile(path.join(root, file), 'utf8').catch(() => undefined);
      return onDisk === text ? [] : [difference(file, onDisk, text)];
    })
  );
  const extra = (await leftovers(bundle, root)).map((file) => ({
    file,
    line: 1,
    message: 'nothing generates this file',
  }));
  return [...changed.flat(), ...extra];
}

function difference(file: string, onDisk: string | undefined, wanted: string): Drift {
  if (onDisk === undefined) {
    return { file, line: 1, message: 'the file is missing' };
  }
  const [have, want] = [onDisk.split('\n'), wanted.split('\n')];
  const at = want.findIndex((text, i) => text !== have[i]);
  const index = at === -1 ? want.length : at;
  return {
    file,
    line: index + 1,
    message: told(have[index] ?? 'end of file', want[index] ?? 'end of file'),
  };
}

/** A dashboard holds a whole statement in one line: only what is around the difference is shown. */
function told(have: string, want: string): string {
  const same = [...want].findIndex((letter, i) => letter !== have[i]);
  const from = Math.max(0, (same === -1 ? want.length : same) - BEFORE);
  const shown = (line: string) =>
    JSON.stringify(`${from > 0 ? '…' : ''}${line.slice(from, from + SHOWN)}${line.length > from + SHOWN ? '…' : ''}`);
  return `is ${shown(have)}, the catalog says ${shown(want)}`;
}

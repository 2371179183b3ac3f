import { chmodSync, existsSync, lstatSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const MARKER = '.genwatch-data';

/**
 * Makes a folder that is Genwatch's to fill and to remove, and marks it as such.
 * @throws Error when something else is there: a link, another user's folder (possible in a shared temporary folder), or foreign files
 */
export function makeOwnedFolder(folder: string): void {
  const doing = `Making the data folder ${folder}`;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o755 });
  } catch (cause) {
    throw new Error(`${doing} failed. Give this user the right to write there, or remove what is in the way.`, {
      cause,
    });
  }
  const found = lstatSync(folder);
  if (!found.isDirectory()) {
    throw new Error(`${doing}: it is a link, not a folder. Remove it and start again.`);
  }
  const user = process.getuid?.();
  if (user !== undefined && found.uid !== user) {
    throw new Error(`${doing}: it belongs to another user (uid ${found.uid}). Remove it and start again.`);
  }
  if (!isOwnedFolder(folder)) {
    if (readdirSync(folder).length > 0) {
      throw new Error(`${doing}: it holds files that Genwatch did not put there. Move them away and start again.`);
    }
    // Passable for the user that PostgreSQL runs as, writable for its owner alone.
    chmodSync(folder, 0o755);
    writeFileSync(join(folder, MARKER), 'Made by Genwatch; `npm start -- --reset` removes this folder.\n');
  }
}

function isOwnedFolder(folder: string): boolean {
  return existsSync(join(folder, MARKER));
}

/**
 * Removes a folder made by `makeOwnedFolder`. Answers whether there was one.
 * @throws Error for a folder without our mark, which is left alone
 */
export function removeOwnedFolder(folder: string): boolean {
  if (!existsSync(folder)) {
    return false;
  }
  if (lstatSync(folder).isSymbolicLink() || !isOwnedFolder(folder)) {
    throw new Error(
      `Not removing ${folder}: it does not carry Genwatch's mark (${MARKER}). Remove it yourself if it is not needed.`
    );
  }
  rmSync(folder, { recursive: true, force: true });
  return true;
}

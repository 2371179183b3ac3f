import { readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { commandLine } from './commandLine';

/**
 * Clears the way in a PostgreSQL data folder: removes the lock of a server that is gone (its process id may belong to
 * another program by now, which PostgreSQL itself cannot tell).
 * @returns the process id of a server that does run on the folder
 */
export function clearStaleLock(dataDir: string, commandOf = commandLine): number | undefined {
  const lock = join(dataDir, 'postmaster.pid');
  let content: string;
  try {
    content = readFileSync(lock, 'utf8');
  } catch {
    return undefined;
  }
  const pid = Number(content.split('\n')[0]);
  const command = pid > 0 ? commandOf(pid) : undefined;
  if (command !== undefined && `${command} `.includes(`${resolve(dataDir)} `)) {
    return pid;
  }
  rmSync(lock, { force: true });
  return undefined;
}

import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The root of this checkout. */
export const PROJECT_ROOT = resolve(__dirname, '../..');

/** What the project keeps beside its sources (stack.json, tools, and data unless it runs as root). */
export function privateFolder(projectRoot = PROJECT_ROOT): string {
  return join(projectRoot, '.genwatch');
}

/**
 * Where the servers keep their data: in the project, or as root in the system's folder for temporary data. PostgreSQL
 * refuses to run as root, and the user it runs as instead may not reach the project.
 */
export function dataFolder(projectRoot = PROJECT_ROOT, user = process.getuid?.(), temporary = tmpdir()): string {
  if (user !== 0) {
    return join(privateFolder(projectRoot), 'data');
  }
  const name = createHash('sha256').update(realpathSync(projectRoot)).digest('hex').slice(0, 12);
  return join(temporary, `genwatch-${name}`);
}

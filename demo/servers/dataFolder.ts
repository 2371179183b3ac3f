import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The root of this checkout. */
export const PROJECT_ROOT = resolve(__dirname, '../..');

/**
 * What the project keeps beside its sources: stack.json, tools, and data unless it runs as root. GENWATCH_HOME puts it
 * elsewhere, so that a second stack can run beside the first.
 */
export function privateFolder(projectRoot = PROJECT_ROOT, home = process.env.GENWATCH_HOME): string {
  return home ? resolve(home) : join(projectRoot, '.genwatch');
}

/** Who runs this process, and where things go. */
export interface Surroundings {
  readonly user?: number | undefined;
  readonly temporary?: string;
  readonly home?: string | undefined;
}

/**
 * Where the servers keep their data: in the private folder, or as root in the system's folder for temporary data.
 * PostgreSQL refuses to run as root, and the user it runs as instead may not reach the project.
 */
export function dataFolder(
  projectRoot = PROJECT_ROOT,
  { user = process.getuid?.(), temporary = tmpdir(), home = process.env.GENWATCH_HOME }: Surroundings = {}
): string {
  if (user !== 0) {
    return join(privateFolder(projectRoot, home), 'data');
  }
  const owner = home ? resolve(home) : realpathSync(projectRoot);
  return join(temporary, `genwatch-${createHash('sha256').update(owner).digest('hex').slice(0, 12)}`);
}

import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import { parseRunbook, type Runbook } from './runbook';

/** What lists the runbooks; no alert is called so. */
export const INDEX = 'README';

/** Every markdown file of a folder by its name, the index among them. Throws when one cannot be read or parsed. */
export function readRunbooks(folder: string): ReadonlyMap<string, Runbook> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.md'));
  return new Map(
    files.map((file) => {
      const name = basename(file, '.md');
      return [name, parseRunbook(name, readFileSync(join(folder, file), 'utf8'))] as const;
    })
  );
}

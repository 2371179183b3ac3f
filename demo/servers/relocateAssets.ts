import { readFileSync, statSync, writeFileSync } from 'node:fs';

const INSTALLED = '/usr/share/prometheus/alertmanager';
/** Of the same length, as the place of a text in a program is fixed; true when the program is run in its own folder. */
const BESIDE = './../share/prometheus/alertmanager';

/**
 * Debian's Alertmanager reads its templates from a folder that is compiled in, and does not start without them. Makes a
 * private copy of the program look beside itself. Other programs are left as they are.
 */
export function relocateAssets(program: string): void {
  const content = readFileSync(program);
  let changed = false;
  for (let at = content.indexOf(INSTALLED); at !== -1; at = content.indexOf(INSTALLED, at + 1)) {
    content.write(BESIDE, at, 'latin1');
    changed = true;
  }
  if (changed) {
    writeFileSync(program, content, { mode: statSync(program).mode });
  }
}

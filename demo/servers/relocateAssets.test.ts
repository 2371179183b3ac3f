import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { relocateAssets } from './relocateAssets';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'genwatch-relocate-'))));
afterEach(() => rmSync(folder, { recursive: true }));

describe('relocateAssets', () => {
  it('lets a program look beside itself, and moves no byte', () => {
    const program = join(folder, 'alertmanager');
    const before = Buffer.from(
      '\0\xff/usr/share/prometheus/alertmanager355\0/usr/share/prometheus/alertmanager/ui/11',
      'latin1'
    );
    writeFileSync(program, before, { mode: 0o755 });
    relocateAssets(program);
    const after = readFileSync(program);
    expect(after.length).toBe(before.length);
    expect(after.toString('latin1')).toBe(
      '\0\xff./../share/prometheus/alertmanager355\0./../share/prometheus/alertmanager/ui/11'
    );
    expect(statSync(program).mode & 0o777).toBe(0o755);
  });

  it('does not touch other programs', () => {
    const program = join(folder, 'amtool');
    writeFileSync(program, '/usr/share/zoneinfo/');
    const { mtimeNs } = statSync(program, { bigint: true });
    relocateAssets(program);
    expect(statSync(program, { bigint: true }).mtimeNs).toBe(mtimeNs);
  });
});

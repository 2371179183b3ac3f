import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { clearStaleLock } from './staleLock';

let folder: string;
let lock: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'genwatch-lock-'));
  lock = join(folder, 'postmaster.pid');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('clearStaleLock', () => {
  it('finds nothing in the way without a lock', () => {
    expect(clearStaleLock(folder)).toBeUndefined();
  });

  it('removes the lock of a process that is gone', () => {
    writeFileSync(lock, `4711\n${folder}\n`);
    expect(clearStaleLock(folder, () => undefined)).toBeUndefined();
    expect(existsSync(lock)).toBe(false);
  });

  it('removes the lock when another program got the process id', () => {
    writeFileSync(lock, `4711\n${folder}\n`);
    expect(clearStaleLock(folder, () => 'postgres -D /elsewhere')).toBeUndefined();
    expect(existsSync(lock)).toBe(false);
  });

  it('removes a lock that was never written to its end', () => {
    writeFileSync(lock, '');
    expect(clearStaleLock(folder)).toBeUndefined();
    expect(existsSync(lock)).toBe(false);
  });

  it('leaves the lock of a server that runs on the folder, and names it', () => {
    writeFileSync(lock, `4711\n${folder}\n`);
    expect(clearStaleLock(folder, () => `/bin/postgres -D ${folder} -c port=1`)).toBe(4711);
    expect(existsSync(lock)).toBe(true);
  });

  it('does not take the server of a folder with a longer name for its own', () => {
    writeFileSync(lock, `4711\n${folder}\n`);
    expect(clearStaleLock(folder, () => `/bin/postgres -D ${folder}-other -c port=1`)).toBeUndefined();
  });
});

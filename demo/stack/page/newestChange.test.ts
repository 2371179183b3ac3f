import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { newestChange } from './newestChange';

const folder = mkdtempSync(join(tmpdir(), 'genwatch-change-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const written = (file: string, second: number): void => {
  writeFileSync(join(folder, file), '');
  utimesSync(join(folder, file), second, second);
};

it('is the latest change of any file below, without tests and what is not there', () => {
  mkdirSync(join(folder, 'deep/er'), { recursive: true });
  written('a.ts', 1000);
  written('deep/er/b.ts', 3000);
  written('deep/c.ts', 2000);
  written('deep/er/b.test.ts', 9000);
  expect(newestChange([folder, join(folder, 'missing')])).toBe(3_000_000);
  expect(newestChange([join(folder, 'a.ts')])).toBe(1_000_000);
  expect(newestChange([])).toBe(0);
});

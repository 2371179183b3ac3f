import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { dataFolder } from './dataFolder';

let project: string;
beforeEach(() => (project = mkdtempSync(join(tmpdir(), 'genwatch-project-'))));
afterEach(() => rmSync(project, { recursive: true }));

describe('dataFolder', () => {
  it('lies in the project for an ordinary user', () => {
    expect(dataFolder(project, 1000, '/var/tmp')).toBe(join(project, '.genwatch', 'data'));
  });

  it('lies in the folder for temporary data for root, the same for the same project', () => {
    expect(dataFolder(project, 0, '/var/tmp')).toMatch(/^\/var\/tmp\/genwatch-[0-9a-f]{12}$/);
    expect(dataFolder(`${project}/.`, 0, '/var/tmp')).toBe(dataFolder(project, 0, '/var/tmp'));
  });

  it('keeps the data of two projects apart', () => {
    expect(dataFolder(project, 0, '/var/tmp')).not.toBe(dataFolder(tmpdir(), 0, '/var/tmp'));
  });
});

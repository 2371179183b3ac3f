import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { dataFolder } from './dataFolder';

let project: string;
beforeEach(() => (project = mkdtempSync(join(tmpdir(), 'genwatch-project-'))));
afterEach(() => rmSync(project, { recursive: true }));

const asUser = { user: 1000, temporary: '/var/tmp', home: '' };
const asRoot = { user: 0, temporary: '/var/tmp', home: '' };

describe('dataFolder', () => {
  it('lies in the project for an ordinary user', () => {
    expect(dataFolder(project, asUser)).toBe(join(project, '.genwatch', 'data'));
  });

  it('lies in the folder for temporary data for root, the same for the same project', () => {
    expect(dataFolder(project, asRoot)).toMatch(/^\/var\/tmp\/genwatch-[0-9a-f]{12}$/);
    expect(dataFolder(`${project}/.`, asRoot)).toBe(dataFolder(project, asRoot));
  });

  it('keeps the data of two projects apart, and of two stacks of one project', () => {
    const folders = [
      dataFolder(project, asRoot),
      dataFolder(tmpdir(), asRoot),
      dataFolder(project, { ...asRoot, home: '/home/second' }),
      dataFolder(project, asUser),
      dataFolder(project, { ...asUser, home: '/home/second' }),
    ];
    expect(new Set(folders).size).toBe(folders.length);
  });
});

import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { makeOwnedFolder, removeOwnedFolder } from './ownedFolder';

let parent: string;
let folder: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'genwatch-owned-'));
  folder = join(parent, 'data');
});
afterEach(() => rmSync(parent, { recursive: true }));

describe('a data folder', () => {
  it('is made, used again with its content, and removed', () => {
    makeOwnedFolder(folder);
    writeFileSync(join(folder, 'precious'), 'rows');
    makeOwnedFolder(folder);
    expect(existsSync(join(folder, 'precious'))).toBe(true);
    expect(removeOwnedFolder(folder)).toBe(true);
    expect(existsSync(folder)).toBe(false);
  });

  it('is nothing to remove when it is not there', () => {
    expect(removeOwnedFolder(folder)).toBe(false);
  });

  it('is not removed when somebody else made it', () => {
    mkdirSync(folder);
    writeFileSync(join(folder, 'thesis.txt'), '');
    expect(() => removeOwnedFolder(folder)).toThrow('does not carry');
    expect(existsSync(join(folder, 'thesis.txt'))).toBe(true);
  });

  it('is not made of a folder that holds other files', () => {
    mkdirSync(folder);
    writeFileSync(join(folder, 'thesis.txt'), '');
    expect(() => makeOwnedFolder(folder)).toThrow('Genwatch did not put there');
  });

  it('is neither made nor removed through a link, which could lead anywhere', () => {
    const elsewhere = join(parent, 'elsewhere');
    makeOwnedFolder(elsewhere);
    symlinkSync(elsewhere, folder);
    expect(() => makeOwnedFolder(folder)).toThrow('a link');
    expect(() => removeOwnedFolder(folder)).toThrow('Not removing');
    expect(existsSync(elsewhere)).toBe(true);
  });
});

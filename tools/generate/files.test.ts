import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findDrift, leftovers, writeBundle } from './files';

describe('generated files', () => {
  let root: string;
  const bundle = new Map([
    ['rules/a.yaml', 'one\ntwo\nthree\n'],
    ['docs/reference/b.md', 'text\n'],
  ]);

  beforeEach(async () => {
    root = await mkdtemp(path.join(tmpdir(), 'genwatch-files-'));
    await writeBundle(bundle, root);
  });
  afterEach(() => rm(root, { recursive: true }));

  it('do not differ right after they were written', async () => {
    expect(await findDrift(bundle, root)).toEqual([]);
  });

  it('differ from a hand edit in the first line that was edited', async () => {
    await writeFile(path.join(root, 'rules/a.yaml'), 'one\n2\n3\n');
    expect(await findDrift(bundle, root)).toEqual([
      { file: 'rules/a.yaml', line: 2, message: 'is "2", the catalog says "two"' },
    ]);
  });

  it('differ when lines were added at the end, or the file is gone', async () => {
    await writeFile(path.join(root, 'rules/a.yaml'), 'one\ntwo\nthree\nfour\n');
    await rm(path.join(root, 'docs/reference/b.md'));
    expect(await findDrift(bundle, root)).toEqual([
      { file: 'rules/a.yaml', line: 4, message: 'is "four", the catalog says ""' },
      { file: 'docs/reference/b.md', line: 1, message: 'the file is missing' },
    ]);
  });

  it('that nothing generates any more are left over', async () => {
    await writeFile(path.join(root, 'rules/old.yaml'), '');
    expect(await leftovers(bundle, root)).toEqual(['rules/old.yaml']);
    expect(await findDrift(bundle, root)).toEqual([
      { file: 'rules/old.yaml', line: 1, message: 'nothing generates this file' },
    ]);
  });
});

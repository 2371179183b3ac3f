import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSpecification } from './readSpecification';
import { SPEC_FILES } from './specification';

describe('readSpecification', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'genwatch-spec-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('reads every document under its number', () => {
    Object.values(SPEC_FILES).forEach(({ file }) => writeFileSync(join(folder, file), `# ${file}\n`));
    const { validation, decisions } = readSpecification(folder);
    expect(validation.places[0]?.anchor).toBe('1:1-code-validation.md');
    expect(decisions.places[0]?.anchor).toBe('D:README.md');
  });

  it('names the document it misses and what to do', () => {
    expect(() => readSpecification(folder)).toThrow(
      /1-code-validation\.md .*point SPEC_DIR \(or --spec\) at the folder/
    );
  });
});

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildCatalog } from '../../src/catalog/catalog';
import { DEFAULT_SETTINGS } from '../../src/catalog/settings/defaults';
import { SYSTEMS } from '../../src/catalog/systems';
import { anchorOf, parseRunbook } from '../runbooks/runbook';
import { coverageOf } from './coverage';
import { coverageMarkdown } from './coverageMarkdown';
import { type Coverage } from './covered';
import { EXCLUSIONS } from './exclusions';
import { PLACEMENTS } from './placements';
import { readSpecification } from './readSpecification';

const ROOT = resolve(__dirname, '../..');

/** Where the committed file is. */
export const COVERAGE_FILE = join(ROOT, 'docs/spec-coverage.md');

/** Documents whose every place is listed: those of the systems that are built. */
const LISTED = ['validation', 'generation'];

/** Coverage of the shipped catalog by the documents in `specDir`, with the text of its file. */
function readCoverage(specDir: string): { coverage: Coverage; markdown: string } {
  const coverage = coverageOf(readSpecification(specDir), buildCatalog(SYSTEMS, DEFAULT_SETTINGS), {
    exclusions: EXCLUSIONS,
    placements: PLACEMENTS,
    isFile,
  });
  return { coverage, markdown: coverageMarkdown(coverage, LISTED) };
}

/** A section is that of a markdown file, as a link points at it. */
function isFile(path: string): boolean {
  const [name = '', anchor] = path.split('#');
  const file = join(ROOT, name);
  if (!existsSync(file) || anchor === undefined) {
    return existsSync(file);
  }
  return parseRunbook(name, readFileSync(file, 'utf8')).sections.some(({ heading }) => anchorOf(heading) === anchor);
}

/** Writes the coverage of the documents in `specDir` to `outFile`. Throws, and writes nothing, while a reference is wrong. */
export function writeCoverage(specDir: string, outFile: string): Coverage {
  const { coverage, markdown } = readCoverage(specDir);
  if (coverage.problems.length > 0) {
    throw new Error(
      `Nothing was written to "${outFile}":\n${coverage.problems.map((problem) => `- ${problem}`).join('\n')}`
    );
  }
  writeFileSync(outFile, markdown);
  return coverage;
}

/** What keeps the committed file from being true; nothing when it is. */
export function checkCoverage(specDir: string, outFile: string): string[] {
  const { coverage, markdown } = readCoverage(specDir);
  const committed = existsSync(outFile) ? readFileSync(outFile, 'utf8') : '';
  const wanted = markdown.split('\n');
  const line = committed.split('\n').findIndex((text, i) => text !== wanted[i]);
  const drift =
    committed === markdown
      ? []
      : [
          `${outFile}:${line === -1 ? wanted.length : line + 1} is out of date: run genwatch spec-coverage, and commit the file`,
        ];
  return [...coverage.problems, ...drift];
}

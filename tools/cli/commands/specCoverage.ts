import { type Command } from 'commander';
import { checkCoverage, COVERAGE_FILE, writeCoverage } from '../../spec/coverageFile';

interface SpecCoverageOptions {
  readonly spec?: string;
  readonly check?: boolean;
}

/** `genwatch spec-coverage`: what of the specification is implemented, left out, or open. */
export function registerSpecCoverage(program: Command): void {
  program
    .command('spec-coverage')
    .description('write docs/spec-coverage.md: what implements each place of the specification')
    .option('--spec <folder>', 'folder of the five documents (default: the environment variable SPEC_DIR)')
    .option('--check', 'write nothing; fail when the committed file differs or a reference points at nothing')
    .action(specCoverage);
}

function specCoverage({ spec = process.env['SPEC_DIR'], check }: SpecCoverageOptions): void {
  if (!spec) {
    throw new Error('The specification is needed to measure its coverage: give its folder with --spec or SPEC_DIR');
  }
  if (check) {
    const problems = checkCoverage(spec, COVERAGE_FILE);
    problems.forEach((problem) => console.error(problem));
    if (problems.length > 0) {
      throw new Error(
        `docs/spec-coverage.md is not true: ${problems.length} problem${problems.length === 1 ? '' : 's'}, told above`
      );
    }
    console.log('docs/spec-coverage.md is what the catalog and the specification say');
    return;
  }
  const places = writeCoverage(spec, COVERAGE_FILE).documents.flatMap((document) => document.places);
  const of = (kind: string) => places.filter(({ status }) => status.kind === kind).length;
  console.log(
    `docs/spec-coverage.md: ${places.length} places, ${of('implemented')} implemented, ${of('excluded')} excluded, ${of('open')} open`
  );
}

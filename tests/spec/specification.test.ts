import { buildCatalog } from '../../src/catalog/catalog';
import { DEFAULT_SETTINGS } from '../../src/catalog/settings/defaults';
import { SYSTEMS } from '../../src/catalog/systems';
import { citations } from '../../tools/spec/citations';
import { checkCoverage, COVERAGE_FILE } from '../../tools/spec/coverageFile';
import { checkCitation } from '../../tools/spec/oracle';
import { readSpecification } from '../../tools/spec/readSpecification';

const directory = process.env['SPEC_DIR'];
if (!directory) {
  throw new Error(
    'SPEC_DIR is not set: give the folder with the specification, as in SPEC_DIR=../shared/spec npm run test:spec'
  );
}
const specification = readSpecification(directory);
const cited = citations(buildCatalog(SYSTEMS, DEFAULT_SETTINGS));

describe('the specification bears out the catalog', () => {
  it('is quoted at all', () => {
    expect(cited.filter(({ claims }) => claims.length > 0)).not.toEqual([]);
  });

  it.each(cited.map((citation) => [citation.owner, citation.part, citation] as const))(
    '%s %s',
    (_owner, _part, citation) => {
      expect(checkCitation(specification, citation)).toEqual([]);
    }
  );
});

describe('docs/spec-coverage.md', () => {
  it('says what the catalog and the documents say', () => {
    expect(checkCoverage(directory, COVERAGE_FILE)).toEqual([]);
  });
});

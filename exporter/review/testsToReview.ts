import { type Catalog } from '../../src/catalog/catalog';
import { type ReviewedTests } from '../../src/catalog/kinds/reviewedTests';

/** The tests of the one system that has some. @throws Error when there is none, or more than one: a path names a test only */
export function testsToReview({ systems }: Catalog): ReviewedTests {
  const [tests, ...more] = systems.flatMap(({ reviewedTests }) => reviewedTests ?? []);
  if (!tests || more.length > 0) {
    throw new Error('Reviews need a catalog with one system whose tests are reviewed. Mend src/catalog/systems.');
  }
  return tests;
}

import { type GenwatchQuery } from '../../datasource/query/query';
import { catalogQuery } from '../../shared/catalogQuery';

/** As many as a person goes through; a page says when there are more. */
export const MOST_TESTS = 500;
const MOST_WAITING = 50;
const MOST_RUNS = 100;

/** All tests, what waits for review with what it does, and the latest reviews. */
export const TESTS_QUERIES: readonly GenwatchQuery[] = [
  catalogQuery('tests', 'generation.tests', { limit: String(MOST_TESTS) }),
  catalogQuery('waiting', 'generation.test_bodies', { limit: String(MOST_WAITING) }),
  catalogQuery('reviews', 'generation.test_reviews', { limit: '50' }),
];

/** All about one test. */
export const testQueries = (id: string): GenwatchQuery[] => [
  catalogQuery('test', 'generation.tests', { subject: id }),
  catalogQuery('body', 'generation.test_bodies', { subject: id }),
  catalogQuery('runs', 'generation.test_runs', { subject: id, limit: String(MOST_RUNS) }),
  catalogQuery('reviews', 'generation.test_reviews', { subject: id, limit: '50' }),
];

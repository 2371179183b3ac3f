import { namesReviews } from './namesReviews';

describe('a path', () => {
  it.each([
    '/review',
    '/review/',
    '/review/tests/1',
    '/REVIEW/tests/1',
    '//review/tests/1',
    '/health/../review/tests/1',
    '/health%2f..%2freview%2ftests%2f1',
    '/health%2F..%2Freview/tests/1',
    '/%72eview/tests/1',
    '/re%76iew/tests/1',
    '/review%2ftests%2f1',
    '/review%3ftests',
    '/health%252f..%252freview%252ftests%252f1',
    '/health%25252f..%25252freview',
    '/%zz%2freview/tests/1',
    '/%ff%2freview/tests/1',
    '/health\\review\\tests',
    '/health%5creview',
    '/review;x/tests/1',
    'http://exporter:9464/review/tests/1',
  ])('%s means the reviews', (path) => {
    expect(namesReviews(path)).toBe(true);
  });

  it.each(['/', '/metrics', '/health', '/ready', '/templates', '/reviews', '/preview/tests', '/health/review.html'])(
    '%s does not',
    (path) => {
      expect(namesReviews(path)).toBe(false);
    }
  );
});

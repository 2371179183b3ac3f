import { testIdOf } from './testId';

describe('the test of a path', () => {
  it('is a number or a UUID', () => {
    expect(testIdOf('/review/tests/7')).toBe('7');
    expect(testIdOf('/review/tests/9223372036854775807')).toBe('9223372036854775807');
    expect(testIdOf('/review/tests/0B8F9C2E-1D3A-4F5B-8C7D-9E0F1A2B3C4D')).toBe('0b8f9c2e-1d3a-4f5b-8c7d-9e0f1a2b3c4d');
  });

  it.each([
    '/review/tests/',
    '/review/tests/7/',
    '/review/tests/-7',
    '/review/tests/07',
    '/review/tests/7e3',
    '/review/tests/seven',
    "/review/tests/7'--",
    '/review/tests/%37',
    '/review/tests/12345678901234567890',
    '//review/tests/7',
    '/review/tests/7/../8',
    'http://exporter/review/tests/7',
  ])('%s leads to none', (path) => {
    expect(testIdOf(path)).toBeUndefined();
  });
});

import { isAtLeast } from './version';

describe('isAtLeast', () => {
  it.each([
    ['12.3.0', true],
    ['12.10.0', true],
    ['13.0.0-pre', true],
    ['12.3.0+security-01', true],
    ['12.2.9', false],
    ['11.6.0', false],
    ['12', false],
  ])('%s', (version, enough) => {
    expect(isAtLeast(version, '12.3.0')).toBe(enough);
  });
});

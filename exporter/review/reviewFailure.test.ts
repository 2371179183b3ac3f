import { SOURCE_ERRORS } from '../../src/catalog/systems/platform/sourceErrors';
import { ConnectionError } from '../errorReason';
import { reviewFailure } from './reviewFailure';

const withCode = (code: string) => Object.assign(new Error('key (name)=(ann@example.org) is secret'), { code });

describe('a failure of the reviews', () => {
  it.each([
    ['42P01', 'missing_table', 'npx genwatch sql three-strikes'],
    ['42703', 'missing_column', 'generation.tests of genwatch.config.yaml'],
    ['42501', 'permission', 'genwatch_reviewer'],
    ['28P01', 'authentication', 'GENWATCH_REVIEW_DATABASE_URL'],
    ['53300', 'connection_limit', 'CONNECTION LIMIT of genwatch_reviewer'],
    ['55P03', 'timeout', 'writing the same test. Try again'],
    ['57P03', 'restarting', 'Wait'],
    ['25006', 'other', 'at the primary'],
    ['XX000', 'other', 'Look up the code'],
  ])('of SQLSTATE %s is %s, with its own remedy', (code, reason, remedy) => {
    expect(reviewFailure(withCode(code))).toEqual({ reason, code, remedy: expect.stringContaining(remedy) });
  });

  it('is told in our words only, and never sends anybody to the database that is read', () => {
    const failures = ['42P01', '42501', '28P01', '25006'].map((code) => reviewFailure(withCode(code)));
    failures.push(reviewFailure(new ConnectionError('x', { cause: withCode('ECONNREFUSED') })));
    for (const failure of failures) {
      expect(JSON.stringify(failure)).not.toMatch(/ann@|GENWATCH_DATABASE_URL/);
      expect(SOURCE_ERRORS).toContain(failure.reason);
    }
  });
});

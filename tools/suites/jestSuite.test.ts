import { countResults } from './jestSuite';

const results = {
  numPassedTests: 7,
  numFailedTests: 0,
  numPendingTests: 0,
  numRuntimeErrorTestSuites: 0,
  success: true,
};

describe('the count of a jest run', () => {
  it('is what jest counted', () => {
    expect(countResults(results, true)).toEqual({ passed: 7, failed: 0 });
    expect(countResults({ ...results, numFailedTests: 2, success: false }, false)).toEqual({ passed: 7, failed: 2 });
  });

  it('takes a file that cannot be run for a failed test', () => {
    const broken = { ...results, numRuntimeErrorTestSuites: 1, success: false };
    expect(countResults(broken, false)).toEqual({ passed: 7, failed: 1 });
  });

  it('is a failure when jest fails without a failed test, or tells nothing', () => {
    expect(countResults(results, false)).toEqual({ passed: 7, failed: 1 });
    expect(countResults(undefined, false)).toEqual({ passed: 0, failed: 1 });
  });
});

import { filteredTests, testFilterOf } from './testFilter';
import { type TestRow } from './testRow';

const test = (changes: Partial<TestRow>): TestRow => ({
  id: '1',
  name: 'survives a slow model',
  errorType: 'ModelTimeout',
  state: 'approved',
  isFlaky: false,
  confidence: 0,
  runs: 0,
  passed: 0,
  failed: 0,
  lastRun: undefined,
  language: 'typescript',
  target: 'plan',
  reviewedBy: '',
  reviewedAt: undefined,
  createdAt: undefined,
  ...changes,
});
const TESTS = [
  test({}),
  test({ id: '2', state: 'failing', isFlaky: true }),
  test({ id: '3', state: 'regression', name: 'keeps the schema' }),
];
const found = (address: string) => filteredTests(TESTS, testFilterOf(new URLSearchParams(address))).map(({ id }) => id);

describe('the filter of tests', () => {
  it.each([
    ['', ['1', '2', '3']],
    ['state=failing', ['2', '3']],
    ['state=regression', ['3']],
    ['state=flaky', ['2']],
    ['search=SLOW+plan', ['1', '2']],
    ['search=slow&state=regression', []],
  ])('lets through at "%s": %j', (address, expected) => {
    expect(found(address)).toEqual(expected);
  });
});

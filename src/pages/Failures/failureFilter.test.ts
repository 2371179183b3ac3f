import { failureFilterOf, filteredFailures } from './failureFilter';
import { type FailureRow } from './failureRow';

const row = (changes: Partial<FailureRow>): FailureRow => ({
  fingerprint: 'f1',
  errorType: 'ModelTimeout',
  category: 'ai_timeout',
  severity: 'high',
  message: 'gave up after <number> ms',
  occurrences: 1,
  users: 1,
  projects: 1,
  firstSeen: 0,
  lastSeen: 0,
  test: undefined,
  ...changes,
});
const ROWS = [
  row({}),
  row({ fingerprint: 'f2', errorType: 'SchemaError', category: 'validation_error', severity: 'low' }),
];
const found = (address: string) =>
  filteredFailures(ROWS, failureFilterOf(new URLSearchParams(address))).map(({ fingerprint }) => fingerprint);

describe('the filter of failures', () => {
  it.each([
    ['', ['f1', 'f2']],
    ['search=TIMEOUT+gave', ['f1']],
    ['search=f2', ['f2']],
    ['search=gave+schema+timeout', []],
    ['category=validation_error', ['f2']],
    ['severity=high', ['f1']],
    ['severity=high&category=validation_error', []],
  ])('lets through at "%s": %j', (address, expected) => {
    expect(found(address)).toEqual(expected);
  });
});

import { type Status } from './check';
import { exampleCheck } from './exampleReport.fixture';
import { EXIT_CODES, unaskedReport, verdictOf } from './report';

const codeOf = (statuses: readonly Status[], failures: readonly unknown[] = []) =>
  EXIT_CODES[
    verdictOf(
      statuses.map((status) => exampleCheck({ status })),
      failures
    )
  ];

describe('the exit code', () => {
  it.each<[number, Status[]]>([
    [0, ['healthy', 'healthy']],
    [0, ['no data']],
    [0, ['info', 'healthy', 'no data']],
    [1, ['healthy', 'warning', 'no data']],
    [2, ['warning', 'critical', 'healthy']],
    [2, ['unknown', 'critical']],
    [3, ['unknown', 'warning']],
    [3, []],
  ])('is %d for %j', (code, statuses) => {
    expect(codeOf(statuses)).toBe(code);
  });

  it('is 3 when a query failed that no threshold needs, and 2 beside a critical one', () => {
    expect(codeOf(['warning'], ['a failure'])).toBe(3);
    expect(codeOf(['critical'], ['a failure'])).toBe(2);
  });

  it('is 3 when nothing could be asked', () => {
    expect(unaskedReport('Set the URL.', new Date(0))).toMatchObject({
      verdict: 'unknown',
      exitCode: 3,
      checks: [],
      failures: [{ remedy: 'Set the URL.' }],
    });
  });
});

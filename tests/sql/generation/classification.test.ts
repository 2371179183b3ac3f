import { ownGenerator } from './ownGenerator';

/** The documents' table of categories and severities, with messages as they come. */
const DOCUMENTED: ReadonlyArray<readonly [message: string, category: string, severity: string]> = [
  ['Request timed out after 30000 ms', 'ai_timeout', 'high'],
  ['The model took too long to answer', 'ai_timeout', 'high'],
  ['AI TIMEOUT', 'ai_timeout', 'high'],
  ['context deadline exceeded', 'ai_timeout', 'high'],
  ['Rate limit reached for requests', 'rate_limit', 'medium'],
  ['HTTP 429: Too Many Requests', 'rate_limit', 'medium'],
  ['You exceeded your current quota', 'rate_limit', 'medium'],
  ['rate_limit: the request timed out', 'rate_limit', 'medium'],
  ['Validation failed: 3 problems', 'validation_error', 'high'],
  ['The dependencies could not be checked', 'validation_error', 'high'],
  ['Output does not match the schema', 'validation_error', 'high'],
  [`Cannot find module 'lodash'`, 'dependency_error', 'high'],
  ['npm ERR! unmet dependency react@18', 'dependency_error', 'high'],
  ['SyntaxError: Unexpected token }', 'syntax_error', 'medium'],
  ['parse error near line 3', 'syntax_error', 'medium'],
  ['x is not a function', 'unknown', 'medium'],
  ['timeouts are configured', 'unknown', 'medium'],
  ['code 4290', 'unknown', 'medium'],
  ['', 'unknown', 'medium'],
];

describe('an error', () => {
  it('is classified by its message as documented', () =>
    ownGenerator('classes', async ({ client }) => {
      const { rows } = await client.query<{ message: string; category: string; severity: string }>(
        `SELECT message, category, severity FROM unnest($1::text[]) WITH ORDINALITY AS given (message, n), genwatch_classify(message) ORDER BY n`,
        [DOCUMENTED.map(([message]) => message)]
      );
      expect(rows.map(({ message, category, severity }) => [message, category, severity])).toEqual(DOCUMENTED);
    }));

  it('gets what the application leaves out, and keeps what it says', () =>
    ownGenerator('filling', async ({ client }) => {
      const { rows } = await client.query(
        `INSERT INTO generation_failures (error_type, error_message, failure_category, severity, fingerprint) VALUES
          ('A', 'Request timed out', NULL, NULL, NULL),
          ('B', 'Request timed out', 'unknown', 'critical', 'mine'),
          ('C', 'Request timed out', 'AI Timeout', 'SEVERE', NULL),
          ('D', 'Request timed out', 'rate_limit', NULL, NULL),
          ('E', 'Request timed out', 'AI Timeout', 'high', 'mine'),
          ('F', 'Request timed out', 'unknown', 'SEVERE', 'mine')
        RETURNING failure_category, severity, fingerprint`
      );
      const print = expect.stringMatching(/^[0-9a-f]{16}$/) as string;
      expect(rows).toEqual([
        { failure_category: 'ai_timeout', severity: 'high', fingerprint: print },
        { failure_category: 'unknown', severity: 'critical', fingerprint: 'mine' },
        { failure_category: 'ai_timeout', severity: 'high', fingerprint: print },
        { failure_category: 'rate_limit', severity: 'medium', fingerprint: print },
        { failure_category: 'ai_timeout', severity: 'high', fingerprint: 'mine' },
        { failure_category: 'unknown', severity: 'medium', fingerprint: 'mine' },
      ]);
    }));

  it('of a name longer than an index can hold is stored, and counts', () =>
    ownGenerator('long_type', async ({ fail, tests }) => {
      const type = Array.from({ length: 4000 }, (_, i) => String.fromCodePoint(0x4e00 + ((i * 7919) % 20_000))).join(
        ''
      );
      await fail(type, { rows: 3, message: type.repeat(50) });
      expect((await tests()).map(({ error_type }) => error_type)).toEqual([type.slice(0, 400)]);
    }));
});

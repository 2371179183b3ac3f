import { OptionsError } from './optionsError';
import { optionsHelp, readOptions } from './options';

const URL_TEXT = 'postgresql://ann:pa55word@db.example:6432/shop';
const FILES: Record<string, string> = {
  '/run/url': `${URL_TEXT}\n`,
  '/run/token': 'abc\n',
  '/run/cert': 'CERT\n',
  '/run/key': 'KEY\n',
  '/run/empty': ' \n',
  '/run/two': 'a b',
  '/run/secret': '0123456789abcdef\n',
  '/run/short': '0123456789abcde',
};

const readFile = (path: string) => {
  const text = FILES[path];
  if (text === undefined) {
    throw Object.assign(new Error('no such file'), { code: 'ENOENT' });
  }
  return text;
};
const read = (env: Record<string, string>, args: string[] = []) => readOptions(env, args, readFile);
function problemsOf(env: Record<string, string>, args: string[] = []): readonly string[] {
  try {
    read(env, args);
  } catch (error) {
    if (error instanceof OptionsError) {
      return error.problems;
    }
    throw error;
  }
  return [];
}

describe('readOptions', () => {
  it('needs a database URL only', () => {
    expect(read({ GENWATCH_DATABASE_URL: URL_TEXT })).toEqual({
      databaseUrl: URL_TEXT,
      listen: { host: '127.0.0.1', port: 9464 },
      timeouts: { statementMs: 10_000, lockMs: 2_000 },
      logLevel: 'info',
    });
    expect(problemsOf({ GENWATCH_DATABASE_URL: '' })).toEqual([
      expect.stringMatching(/^GENWATCH_DATABASE_URL is not set\. Set it to/),
    ]);
  });

  it('reads secrets from files', () => {
    const options = read({ GENWATCH_DATABASE_URL_FILE: '/run/url', GENWATCH_TOKEN_FILE: '/run/token' });
    expect(options).toMatchObject({ databaseUrl: URL_TEXT, token: 'abc' });
  });

  it('reads certificate and key, which come together', () => {
    const env = { GENWATCH_DATABASE_URL: URL_TEXT, GENWATCH_TLS_CERT_FILE: '/run/cert' };
    expect(read(env, ['--tls-key-file=/run/key']).tls).toEqual({ cert: 'CERT', key: 'KEY' });
    expect(problemsOf(env)).toEqual([
      'GENWATCH_TLS_CERT_FILE is set, but GENWATCH_TLS_KEY_FILE is not. TLS needs both.',
    ]);
  });

  describe('of the reviews', () => {
    const env = { GENWATCH_DATABASE_URL: URL_TEXT };
    const reviewer = 'postgresql://genwatch_reviewer:pa55word@db.example/shop';
    const both = { ...env, GENWATCH_REVIEW_DATABASE_URL: reviewer, GENWATCH_REVIEW_SECRET_FILE: '/run/secret' };

    it('takes a database and a secret together, or neither', () => {
      expect(read(env).review).toBeUndefined();
      expect(read(both).review).toEqual({ databaseUrl: reviewer, secret: '0123456789abcdef' });
      const flags = [
        '--review-database-url-file=/run/url',
        '--review-secret-file=/run/secret',
        '--grafana-url=https://g',
      ];
      expect(read(env, flags).review).toEqual({
        databaseUrl: URL_TEXT,
        secret: '0123456789abcdef',
        grafanaUrl: 'https://g',
      });
    });

    it.each<[string, Record<string, string>, string]>([
      [
        'a database without a secret',
        { GENWATCH_REVIEW_DATABASE_URL: reviewer },
        'GENWATCH_REVIEW_DATABASE_URL is set, but GENWATCH_REVIEW_SECRET_FILE is not. Reviews need both: put a long random text into a file (openssl rand -hex 32), name the file there, and give the text to the data source in Grafana.',
      ],
      [
        'a secret without a database',
        { GENWATCH_REVIEW_SECRET_FILE: '/run/secret' },
        'GENWATCH_REVIEW_SECRET_FILE is set, but GENWATCH_REVIEW_DATABASE_URL is not. Reviews need both: set it to the URL of the role genwatch_reviewer, or name a file with that URL in GENWATCH_REVIEW_DATABASE_URL_FILE.',
      ],
      [
        'a Grafana without reviews',
        { GENWATCH_GRAFANA_URL: 'https://g' },
        'GENWATCH_GRAFANA_URL is set, but reviews are not set up. Set GENWATCH_REVIEW_DATABASE_URL and GENWATCH_REVIEW_SECRET_FILE too, or leave it out.',
      ],
      [
        'two places for the database',
        { ...both, GENWATCH_REVIEW_DATABASE_URL_FILE: '/run/url' },
        'GENWATCH_REVIEW_DATABASE_URL and GENWATCH_REVIEW_DATABASE_URL_FILE are both set. Keep one of them.',
      ],
      [
        'another database',
        { ...both, GENWATCH_REVIEW_DATABASE_URL: 'mysql://ann:pa55word@db/shop' },
        'GENWATCH_REVIEW_DATABASE_URL does not begin with postgresql://. The exporter reads PostgreSQL only.',
      ],
      [
        'a secret that can be guessed',
        { ...both, GENWATCH_REVIEW_SECRET_FILE: '/run/short' },
        'The file /run/short of GENWATCH_REVIEW_SECRET_FILE holds no usable secret. Write one word of at least 16 letters and digits into it, such as openssl rand -hex 32 makes.',
      ],
      [
        'a secret that no header can carry',
        { ...both, GENWATCH_REVIEW_SECRET_FILE: '/run/two' },
        'The file /run/two of GENWATCH_REVIEW_SECRET_FILE holds no usable secret. Write one word of at least 16 letters and digits into it, such as openssl rand -hex 32 makes.',
      ],
      [
        'a Grafana that is no address',
        { ...both, GENWATCH_GRAFANA_URL: 'grafana.example.com' },
        'GENWATCH_GRAFANA_URL is no address. Write it like https://grafana.example.com.',
      ],
    ])('refuses %s', (_, changes, problem) => {
      expect(problemsOf({ ...env, ...changes })).toEqual([problem]);
    });
  });

  it('lets a flag win over its variable', () => {
    const env = { GENWATCH_DATABASE_URL: URL_TEXT, GENWATCH_LISTEN: '127.0.0.1:1', GENWATCH_CONFIG: 'a.yaml' };
    expect(read(env, ['--listen', '[::1]:9000', '--config=b.yaml'])).toMatchObject({
      listen: { host: '::1', port: 9000 },
      config: 'b.yaml',
    });
  });

  it('tells everything that is wrong at once: variable, place and remedy', () => {
    expect(
      problemsOf({
        GENWATCH_DATABASE_URL_FILE: '/run/gone',
        GENWATCH_LISTEN: 'somewhere',
        GENWATCH_TOKEN_FILE: '/run/empty',
        GENWATCH_STATEMENT_TIMEOUT: '0s',
        GENWATCH_LOG_LEVEL: 'loud',
      })
    ).toEqual([
      'The file /run/gone, which GENWATCH_DATABASE_URL_FILE names (from the environment variable GENWATCH_DATABASE_URL_FILE), cannot be read (ENOENT). Correct the path or its permissions.',
      'GENWATCH_LISTEN (from the environment variable GENWATCH_LISTEN) is "somewhere". Write host:port, such as 127.0.0.1:9464.',
      'The file /run/empty, which GENWATCH_TOKEN_FILE names, is empty. Write the secret into it.',
      'GENWATCH_STATEMENT_TIMEOUT (from the environment variable GENWATCH_STATEMENT_TIMEOUT) is "0s". Write a duration such as 10s or 1m.',
      'GENWATCH_LOG_LEVEL (from the environment variable GENWATCH_LOG_LEVEL) is "loud". Write one of debug, info, warn, error.',
    ]);
  });

  it('refuses two places for one URL, a lock timeout that cannot happen, and a token of two words', () => {
    const url = { GENWATCH_DATABASE_URL: URL_TEXT };
    expect(problemsOf({ ...url, GENWATCH_DATABASE_URL_FILE: '/run/url' })).toEqual([
      expect.stringContaining('are both set'),
    ]);
    expect(problemsOf({ ...url, GENWATCH_LOCK_TIMEOUT: '20s' })).toEqual([
      expect.stringContaining('GENWATCH_LOCK_TIMEOUT is longer'),
    ]);
    expect(problemsOf({ ...url, GENWATCH_TOKEN_FILE: '/run/two' })).toEqual([expect.stringContaining('white space')]);
  });

  it.each([
    [{ GENWATCH_DATABASE_URL: 'postgresql://ann:pa55/word@db/shop' }, []],
    [{ GENWATCH_DATABASE_URL: 'postgresql://ann:pa55#word@db/shop' }, []],
    [{ GENWATCH_DATABASE_URL: 'mysql://ann:pa55word@db/shop' }, []],
    [{ GENWATCH_DATABASE_URL: URL_TEXT, GENWATCH_LISTEN: URL_TEXT }, []],
    [{ GENWATCH_DATABASE_URL: URL_TEXT }, [`--database-url=${URL_TEXT}`]],
    [{ GENWATCH_DATABASE_URL: URL_TEXT }, ['--database-url', URL_TEXT]],
    [{ GENWATCH_DATABASE_URL: URL_TEXT }, [URL_TEXT]],
  ] as Array<[Record<string, string>, string[]]>)('prints no password in the error for %j %j', (env, args) => {
    const problems = problemsOf(env, args);
    expect(problems).toHaveLength(1);
    expect(problems.join()).not.toMatch(/pa55/);
  });
});

describe('optionsHelp', () => {
  it('lists every variable and flag with its default', () => {
    expect(optionsHelp()).toMatch(/GENWATCH_LISTEN +--listen +where .* \(default 127\.0\.0\.1:9464\)/);
    expect(optionsHelp()).toContain('GENWATCH_DATABASE_URL ');
  });
});

import { request as httpRequest } from 'node:http';
import { Registry } from 'prom-client';

import { ConnectionError } from '../errorReason';
import { serve, type RunningServer } from '../server';
import { createReviewApi } from './reviewApi';
import { type Outcome } from './reviewStore';
import { type Verdict } from './verdict';

const SECRET = 'a-secret-of-the-tests';
const REQUEST = '0b8f9c2e-1d3a-4f5b-8c7d-9e0f1a2b3c4d';
const APPROVAL = JSON.stringify({ verdict: 'approved', expected: 'proposed', requestId: REQUEST });
const REVIEW = { id: '7', status: 'approved', reviewedBy: 'ann', reviewedAt: '2026-03-01T12:00:00.000Z', reason: null };
const SECRET_NEEDED =
  'The secret of the reviews is missing or wrong. Give the text of the file that GENWATCH_REVIEW_SECRET_FILE names to the data source in Grafana (Review secret).';
const NO_PATH =
  'There is nothing at this path. Send a verdict to /review/tests/<id>, where the id is a number or a UUID, without any encoding.';

let server: RunningServer;
let outcome: () => Promise<Outcome>;
const decided: Array<readonly [Verdict, string]> = [];
const failures: unknown[] = [];

async function start(withReviews = true): Promise<void> {
  const review = createReviewApi({
    secret: SECRET,
    store: {
      decide: (verdict, reviewer) => {
        decided.push([verdict, reviewer]);
        return outcome();
      },
      check: () => outcome().then(() => undefined),
    },
    onFailure: (failure) => failures.push(failure),
  });
  server = await serve({
    listen: { host: '127.0.0.1', port: 0 },
    registry: new Registry(),
    sources: [],
    templates: () => ({ readings: [], templates: [] }),
    clock: () => 0,
    version: 'test',
    onError: (error) => failures.push(error),
    ...(withReviews && { review }),
  });
}

beforeEach(async () => {
  outcome = async () => ({ kind: 'written', review: REVIEW });
  await start();
});

afterEach(async () => {
  await server.stop();
  decided.length = 0;
  failures.length = 0;
});

interface Asked {
  readonly path?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: string | Buffer;
}

/** A verdict that is fine but for what is changed; the path goes out as it stands. */
const ask = ({ path = '/review/tests/7', method = 'POST', headers = {}, body = APPROVAL }: Asked = {}) =>
  new Promise<{ status?: number; allow?: string; answer: Record<string, unknown> }>((resolve, reject) => {
    const sent = { 'content-type': 'application/json', 'x-genwatch-review-secret': SECRET, ...headers };
    const given = Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined));
    const asked = httpRequest(
      { host: '127.0.0.1', port: new URL(server.url).port, path, method, headers: given },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => (text += part));
        response.on('end', () =>
          resolve({
            status: response.statusCode,
            ...(response.headers.allow && { allow: response.headers.allow }),
            answer: JSON.parse(text) as Record<string, unknown>,
          })
        );
      }
    );
    asked.on('error', reject).end(body);
  });

describe('a verdict that is sent', () => {
  it('is written with the reviewer that Grafana names, and answered with the test', async () => {
    expect(await ask({ headers: { 'x-grafana-user': 'ann' } })).toEqual({ status: 200, answer: REVIEW });
    expect(decided).toEqual([[{ testId: '7', verdict: 'approved', expected: 'proposed', requestId: REQUEST }, 'ann']]);
  });

  it('is answered with the first verdict when somebody was faster', async () => {
    const review = { ...REVIEW, status: 'rejected', reviewedBy: 'bob', reason: 'no' };
    outcome = async () => ({ kind: 'decided', review });
    expect(await ask()).toEqual({
      status: 409,
      answer: {
        message: 'The test is rejected meanwhile by bob: your verdict is not written. Look at it again.',
        ...review,
      },
    });
  });

  it('is answered with a remedy while there is no database, and nothing of its words', async () => {
    const cause = Object.assign(new Error('secret of ann@example.org'), { code: 'ECONNREFUSED' });
    outcome = () => Promise.reject(new ConnectionError('x', { cause }));
    const { status, answer } = await ask();
    expect([status, answer.message]).toEqual([
      503,
      'The database did not take it (ECONNREFUSED). There is no connection to the database. Check that it runs, and host, port and database of GENWATCH_REVIEW_DATABASE_URL. The same request may be sent again: it is written once.',
    ]);
    expect(failures).toEqual([expect.objectContaining({ reason: 'unreachable', code: 'ECONNREFUSED' })]);
    expect(JSON.stringify(failures)).not.toContain('ann@');
  });

  it('can be tried without writing anything', async () => {
    expect(await ask({ path: '/review/check', body: '{}' })).toEqual({ status: 200, answer: { reviews: 'ready' } });
    outcome = () => Promise.reject(Object.assign(new Error('denied'), { code: '42501' }));
    expect((await ask({ path: '/review/check', body: '{}' })).status).toBe(503);
    expect(decided).toEqual([]);
  });
});

/** Every way not to get a verdict written before the database is asked, with what is said about it. */
const REFUSED: ReadonlyArray<readonly [what: string, asked: Asked, status: number, message: string]> = [
  ['no secret', { headers: { 'x-genwatch-review-secret': undefined } }, 403, SECRET_NEEDED],
  ['an empty secret', { headers: { 'x-genwatch-review-secret': '' } }, 403, SECRET_NEEDED],
  ['a wrong secret', { headers: { 'x-genwatch-review-secret': `${SECRET}x` } }, 403, SECRET_NEEDED],
  ['a part of the secret', { headers: { 'x-genwatch-review-secret': SECRET.slice(0, -1) } }, 403, SECRET_NEEDED],
  [
    "a template of Grafana's that was not filled",
    { headers: { 'x-genwatch-review-secret': '<no value>' } },
    403,
    SECRET_NEEDED,
  ],
  [
    'the secret as a bearer token',
    { headers: { 'x-genwatch-review-secret': undefined, authorization: `Bearer ${SECRET}` } },
    403,
    SECRET_NEEDED,
  ],
  ...[
    '/review',
    '/review/tests/7/',
    '/REVIEW/tests/7',
    '/review%2ftests%2f7',
    '/%72eview/tests/7',
    '/health%2f..%2freview%2ftests%2f7',
    '/health/../review/tests/7',
    '/health%252f..%252freview%252ftests%252f7',
  ].flatMap((path): Array<readonly [string, Asked, number, string]> => [
    [`no secret at ${path}`, { path, headers: { 'x-genwatch-review-secret': undefined } }, 403, SECRET_NEEDED],
    [`the path ${path}`, { path }, 404, NO_PATH],
  ]),
  [
    'no secret and no body',
    { method: 'GET', headers: { 'x-genwatch-review-secret': undefined }, body: '' },
    403,
    SECRET_NEEDED,
  ],
  ['an id that is none', { path: '/review/tests/seven' }, 404, NO_PATH],
  [
    'GET',
    { method: 'GET', body: '' },
    405,
    'Reviews can only be written here: use POST. They are read from the database.',
  ],
  ['PUT', { method: 'PUT' }, 405, 'Reviews can only be written here: use POST. They are read from the database.'],
  [
    'a form',
    { headers: { 'content-type': 'text/plain' } },
    415,
    'The content type is not JSON. Send application/json.',
  ],
  [
    'no content type',
    { headers: { 'content-type': undefined } },
    415,
    'The content type is not JSON. Send application/json.',
  ],
  [
    'a body that is too long',
    { body: 'x'.repeat(16 * 1024 + 1) },
    413,
    'The body is longer than 16 kB. Shorten the reason: 2 000 characters of it are kept.',
  ],
  [
    'a body in another encoding',
    { body: Buffer.from([0x22, 0xff, 0x22]) },
    400,
    'The body is not valid UTF-8. Send JSON in UTF-8.',
  ],
  [
    'a body that is no verdict',
    { body: '{' },
    400,
    'The body is no JSON. Send an object with verdict, expected, requestId, and reason to reject.',
  ],
  [
    'a reviewer whose token is none',
    { headers: { 'x-grafana-id': 'ann' } },
    400,
    'X-Grafana-Id is no token. Send verdicts through the data source in Grafana, which sets it.',
  ],
];

describe('a request is refused', () => {
  it.each(REFUSED)('with %s', async (_, asked, status, message) => {
    expect(await ask(asked)).toEqual({ status, ...(status === 405 && { allow: 'POST' }), answer: { message } });
    expect(decided).toEqual([]);
    expect(failures).toEqual([]);
  });

  it.each<[Outcome['kind'], Outcome, number, string]>([
    [
      'missing',
      { kind: 'missing' },
      404,
      'There is no test with this id. Look at the list of tests again: it may have been removed.',
    ],
    [
      'reused',
      { kind: 'reused' },
      409,
      'requestId belongs to another verdict already. Make a new one for each verdict.',
    ],
  ])('by the store: %s', async (_, result, status, message) => {
    outcome = async () => result;
    expect(await ask()).toEqual({ status, answer: { message } });
  });

  it('where reviews are not set up, which is told', async () => {
    await server.stop();
    await start(false);
    expect(await ask()).toEqual({
      status: 404,
      answer: {
        message:
          'Reviews are not set up at this exporter. Set GENWATCH_REVIEW_DATABASE_URL and GENWATCH_REVIEW_SECRET_FILE, and start it again.',
      },
    });
  });

  it('though its body never ends, and the server goes on', async () => {
    const endless = await new Promise<number | undefined>((resolve, reject) => {
      const asked = httpRequest(
        {
          port: new URL(server.url).port,
          path: '/review/tests/7',
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-genwatch-review-secret': SECRET },
        },
        (response) => {
          resolve(response.resume().statusCode);
          asked.destroy();
        }
      );
      asked.on('error', reject).write('x'.repeat(20_000));
    });
    expect(endless).toBe(413);
    expect((await ask()).status).toBe(200);
  });
});

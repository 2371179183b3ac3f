import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Client } from 'pg';
import pino from 'pino';

import { freePort } from '../../demo/servers/port';
import { startPostgres } from '../../demo/servers/postgres';
import { type RunningServer } from '../../demo/servers/runningServer';
import { until } from '../../demo/servers/until';
import { startExporter, type RunningExporter } from '../../exporter/exporter';
import { testsToReview } from '../../exporter/review/testsToReview';
import { buildCatalog } from '../../src/catalog/catalog';
import { DEFAULT_SETTINGS } from '../../src/catalog/settings/defaults';
import { type Settings } from '../../src/catalog/settings/settings';
import { merge } from '../../src/catalog/settings/merge';
import { SYSTEMS } from '../../src/catalog/systems';
import { emitSql } from '../../tools/sql/emitSql';
import { readerOf } from './exporterReader';
import { startFrozenProxy } from './frozenProxy';

const ROOT = resolve(__dirname, '../..');
const SECRET = 'a-secret-of-the-tests';
const REASON = 'passes always: ann@example.org';

const dataDir = mkdtempSync(join(tmpdir(), 'genwatch-reviews-'));
let port: number;
let postgres: RunningServer;
let admin: Client;
let exporter: RunningExporter;
let logged: Array<Record<string, unknown>>;
/** All lines of all exporters. */
let told = '';

const databaseUrl = (role: string, at = port) => `postgresql://${role}@127.0.0.1:${at}/genwatch`;

function heard(line: string): void {
  told += line;
  logged.push(JSON.parse(line) as Record<string, unknown>);
}

async function connected(role: string): Promise<Client> {
  const client = new Client({ connectionString: databaseUrl(role) });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

async function startDatabase(): Promise<void> {
  postgres = await startPostgres({ dataDir, port, durable: false });
  admin = await connected('genwatch');
}

async function stopDatabase(): Promise<void> {
  await admin.end();
  await postgres.stop();
}

async function startReviewing({
  databasePort = port,
  settings = DEFAULT_SETTINGS,
  grafanaUrl,
}: {
  readonly databasePort?: number;
  readonly settings?: Settings;
  readonly grafanaUrl?: string;
} = {}): Promise<RunningExporter> {
  return startExporter({
    databaseUrl: databaseUrl('genwatch_reader'),
    queries: [],
    settle: '0s',
    listen: { host: '127.0.0.1', port: 0 },
    timeouts: { statementMs: 1_000, lockMs: 500 },
    review: {
      databaseUrl: databaseUrl('genwatch_reviewer', databasePort),
      secret: SECRET,
      ...(grafanaUrl && { grafanaUrl }),
      tests: testsToReview(buildCatalog(SYSTEMS, settings)),
      sweepMs: 50,
    },
    version: 'test',
    log: pino({ base: null }, { write: heard }),
  });
}

interface Sent {
  readonly verdict?: 'approved' | 'rejected';
  readonly expected?: 'proposed' | 'approved';
  readonly requestId?: string;
  readonly reason?: string;
}

/** Sends a verdict as Grafana's data source does. */
async function send(id: string, reviewer: string, sent: Sent = {}, at = exporter.url, headers: object = {}) {
  const response = await fetch(`${at}/review/tests/${id}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-genwatch-review-secret': SECRET,
      'x-grafana-user': reviewer,
      ...headers,
    },
    body: JSON.stringify({ verdict: 'approved', expected: 'proposed', requestId: randomUUID(), ...sent }),
  });
  return { status: response.status, answer: (await response.json()) as Record<string, unknown> };
}

async function newTest(status = 'proposed'): Promise<string> {
  const { rows } = await admin.query<{ id: string }>(
    `INSERT INTO auto_generated_tests (test_name, test_body, language, target, error_type, status)
      VALUES ('it holds', 'expect(1)', 'javascript', 'react', $1, $2) RETURNING id`,
    [`Error ${randomUUID()}`, status]
  );
  return rows[0]?.id ?? '';
}

const testOf = async (id: string) =>
  (await admin.query('SELECT status, reviewed_by, reviewed_at FROM auto_generated_tests WHERE id = $1', [id])).rows[0];
const reviewsOf = async (id: string) =>
  (
    await admin.query(
      'SELECT verdict, reason, reviewed_by FROM auto_generated_test_reviews WHERE test_id = $1 ORDER BY id',
      [id]
    )
  ).rows;

const soon = (what: string, condition: () => Promise<boolean>) => until(condition, { what, timeoutMs: 15_000 });

beforeAll(async () => {
  port = await freePort();
  await startDatabase();
  for (const file of ['schema.sql', 'three-strikes.sql', 'review-role.sql', 'read-only-role.sql']) {
    await admin.query(readFileSync(join(ROOT, 'sql', file), 'utf8'));
  }
});

beforeEach(async () => {
  logged = [];
  exporter = await startReviewing();
});

afterEach(() => exporter.stop());

afterAll(async () => {
  await admin?.end();
  await postgres?.stop();
  [dataDir, `${dataDir}.log`].forEach((path) => rmSync(path, { recursive: true, force: true }));
});

describe('a verdict', () => {
  it('is written to the test and to the audit table, with who and when', async () => {
    const id = await newTest();
    const { status, answer } = await send(id, 'ann', { verdict: 'rejected', reason: REASON });
    const test = await testOf(id);
    expect([status, answer]).toEqual([
      200,
      { id, status: 'rejected', reviewedBy: 'ann', reviewedAt: test.reviewed_at.toISOString(), reason: REASON },
    ]);
    expect(test).toMatchObject({ status: 'rejected', reviewed_by: 'ann' });
    expect(await reviewsOf(id)).toEqual([{ verdict: 'rejected', reason: REASON, reviewed_by: 'ann' }]);
    const { rows } = await admin.query(`SELECT now() - reviewed_at < interval '1 minute' AS just_now
      FROM auto_generated_test_reviews WHERE test_id = ${id}`);
    expect(rows).toEqual([{ just_now: true }]);
  });

  it('of two reviewers at once is the first one: the other gets it instead of their own', async () => {
    for (let round = 0; round < 5; round += 1) {
      const id = await newTest();
      const both = await Promise.all([send(id, 'ann'), send(id, 'bob', { verdict: 'rejected', reason: 'no' })]);
      expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
      const [won, lost] = both[0].status === 200 ? both : [both[1], both[0]];
      const { status, reviewedBy, reviewedAt, reason } = won.answer;
      expect(lost?.answer).toMatchObject({ status, reviewedBy, reviewedAt, reason });
      expect(lost?.answer.message).toBe(
        `The test is ${String(status)} meanwhile by ${String(reviewedBy)}: your verdict is not written. Look at it again.`
      );
      expect(await testOf(id)).toMatchObject({ status, reviewed_by: reviewedBy });
      expect(await reviewsOf(id)).toHaveLength(1);
    }
  });

  it('that is sent again, at once or later, is answered the same and written once', async () => {
    const id = await newTest();
    const requestId = randomUUID();
    const answers = await Promise.all([1, 2, 3].map(() => send(id, 'ann', { requestId })));
    answers.push(await send(id, 'ann', { requestId }));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(new Set(answers.map(({ answer }) => JSON.stringify(answer))).size).toBe(1);
    expect(await reviewsOf(id)).toHaveLength(1);
  });

  it('cannot take the id of another request', async () => {
    const [one, other] = [await newTest(), await newTest()];
    const requestId = randomUUID();
    expect((await send(one, 'ann', { requestId })).status).toBe(200);
    for (const [id, sent] of [
      [other, {}],
      [one, { verdict: 'rejected', expected: 'approved', reason: 'no' }],
      [one, { verdict: 'rejected', reason: 'no' }],
    ] as Array<[string, Sent]>) {
      const { status, answer } = await send(id, 'bob', { requestId, ...sent });
      expect([status, answer]).toEqual([
        409,
        { message: 'requestId belongs to another verdict already. Make a new one for each verdict.' },
      ]);
    }
    expect([await testOf(one), await testOf(other)]).toMatchObject([{ status: 'approved' }, { status: 'proposed' }]);
  });

  it('can take an approval back, and never a rejection', async () => {
    const id = await newTest();
    await send(id, 'ann');
    expect((await send(id, 'bob', { verdict: 'rejected', expected: 'approved', reason: 'flaky' })).status).toBe(200);
    expect((await send(id, 'ann')).status).toBe(409);
    expect(await testOf(id)).toMatchObject({ status: 'rejected', reviewed_by: 'bob' });
    expect((await reviewsOf(id)).map(({ verdict }) => verdict)).toEqual(['approved', 'rejected']);
  });

  it.each(['9223372036854775807', '9999999999999999999', '0b8f9c2e-1d3a-4f5b-8c7d-9e0f1a2b3c4d'])(
    'on %s finds no test',
    async (id) => {
      expect(await send(id, 'ann')).toMatchObject({ status: 404 });
    }
  );

  it('holds whatever text as a text', async () => {
    const id = await newTest();
    const reason = `'; DROP TABLE auto_generated_tests; -- $1 \\ "<script>"`;
    expect((await send(id, "o'brien", { verdict: 'rejected', reason })).answer).toMatchObject({
      reason,
      reviewedBy: "o'brien",
    });
    expect(await reviewsOf(id)).toEqual([{ verdict: 'rejected', reason, reviewed_by: "o'brien" }]);
  });

  it('persists after a restart of the exporter and of the database', async () => {
    const id = await newTest();
    const requestId = randomUUID();
    const first = await send(id, 'ann', { requestId });
    await exporter.stop();
    await stopDatabase();
    await startDatabase();
    exporter = await startReviewing();
    expect(await testOf(id)).toMatchObject({ status: 'approved', reviewed_by: 'ann' });
    expect(await send(id, 'ann', { requestId })).toEqual(first);
    expect((await send(id, 'bob')).answer).toMatchObject({ status: 'approved', reviewedBy: 'ann' });
  });
});

describe('a verdict that cannot be written', () => {
  it('is refused without the secret, whatever the way to it', async () => {
    const id = await newTest();
    const body = JSON.stringify({ verdict: 'approved', expected: 'proposed', requestId: randomUUID() });
    for (const path of [`/review/tests/${id}`, `/health%2f..%2freview%2ftests%2f${id}`]) {
      const response = await fetch(exporter.url + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-grafana-user': 'mallory' },
        body,
      });
      expect(response.status).toBe(403);
    }
    expect(await testOf(id)).toMatchObject({ status: 'proposed', reviewed_by: null });
    expect(await reviewsOf(id)).toEqual([]);
  });

  it('is refused when it names its reviewer without a signature that can be checked', async () => {
    const id = await newTest();
    const other = await startReviewing({ grafanaUrl: 'http://127.0.0.1:1' });
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const unsigned = `${part({ alg: 'none' })}.${part({ username: 'mallory', exp: 9e9 })}.`;
    const unknown = `${part({ alg: 'ES256', kid: 'one' })}.${part({ username: 'mallory', exp: 9e9 })}.c2ln`;
    expect((await send(id, 'ann', {}, other.url, { 'x-grafana-id': unsigned })).status).toBe(403);
    expect((await send(id, 'ann', {}, other.url, { 'x-grafana-id': unknown })).status).toBe(503);
    expect(await testOf(id)).toMatchObject({ status: 'proposed' });
    // Without a check the name comes with the secret, and is believed.
    expect((await send(id, 'ann', {}, exporter.url, { 'x-grafana-id': unsigned })).answer.reviewedBy).toBe('mallory');
    await other.stop();
  });

  it('is answered with 503 while the database is away, and is written when it is back', async () => {
    const id = await newTest();
    const requestId = randomUUID();
    await stopDatabase();
    const { status, answer } = await send(id, 'ann', { requestId });
    expect([status, answer.message]).toEqual([
      503,
      expect.stringMatching(
        /\(ECONNREFUSED\)\. There is no connection to the database.*sent again: it is written once\.$/
      ),
    ]);
    await startDatabase();
    await soon('it is written', async () => (await send(id, 'ann', { requestId })).status === 200);
    expect(await reviewsOf(id)).toHaveLength(1);
  });

  it('does not wait long for a test that is locked, nor for a server that hangs', async () => {
    const id = await newTest();
    await admin.query('BEGIN');
    await admin.query('SELECT FROM auto_generated_tests WHERE id = $1 FOR UPDATE', [id]);
    const before = performance.now();
    expect(await send(id, 'ann')).toMatchObject({
      status: 503,
      answer: { message: expect.stringContaining('(55P03)') },
    });
    await admin.query('ROLLBACK');

    const proxy = await startFrozenProxy(port);
    const other = await startReviewing({ databasePort: proxy.port });
    await soon('it is connected', async () => (await send(await newTest(), 'ann', {}, other.url)).status === 200);
    proxy.freeze();
    expect((await send(id, 'ann', {}, other.url)).status).toBe(503);
    expect(performance.now() - before).toBeLessThan(15_000);
    proxy.thaw();
    await soon('it goes on', async () => (await send(await newTest(), 'ann', {}, other.url)).status === 200);
    await other.stop();
    await proxy.close();
    expect((await send(id, 'ann')).status).toBe(200);
  });

  const check = () =>
    fetch(`${exporter.url}/review/check`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-genwatch-review-secret': SECRET },
      body: '{}',
    });

  it.each([
    [
      'a right',
      'REVOKE INSERT ON auto_generated_test_reviews FROM genwatch_reviewer',
      'GRANT INSERT ON auto_generated_test_reviews TO genwatch_reviewer',
      '(42501). The role may not write verdicts.',
    ],
    [
      'the audit table',
      'ALTER TABLE auto_generated_test_reviews RENAME TO elsewhere',
      'ALTER TABLE elsewhere RENAME TO auto_generated_test_reviews',
      '(42P01). The table of the tests or of the reviews does not exist.',
    ],
  ])('for want of %s says so, also to who only asks, and leaves nothing half written', async (_, take, give, says) => {
    const id = await newTest();
    await admin.query(take);
    const refused = await send(id, 'ann');
    expect([refused.status, refused.answer.message]).toEqual([503, expect.stringContaining(says)]);
    expect((await check()).status).toBe(503);
    expect(await testOf(id)).toEqual({ status: 'proposed', reviewed_by: null, reviewed_at: null });
    await admin.query(give);
    expect((await check()).status).toBe(200);
    expect((await send(id, 'ann')).status).toBe(200);
  });
});

describe('the role of the reviewers', () => {
  let reviewer: Client;
  beforeAll(async () => {
    reviewer = await connected('genwatch_reviewer');
  });
  afterAll(() => reviewer.end());

  it.each([
    'UPDATE auto_generated_tests SET test_body = $$x$$',
    'UPDATE auto_generated_tests SET confidence_score = 1',
    'UPDATE auto_generated_tests SET id = DEFAULT',
    'DELETE FROM auto_generated_tests',
    `INSERT INTO auto_generated_tests (test_name, test_body, language, target, error_type) VALUES ('a', 'b', 'c', 'd', 'e')`,
    'TRUNCATE auto_generated_tests',
    `UPDATE auto_generated_test_reviews SET reviewed_by = 'x'`,
    'DELETE FROM auto_generated_test_reviews',
    'SELECT FROM messages',
    `INSERT INTO generation_failures (error_type, error_message) VALUES ('a', 'b')`,
    'UPDATE generation_failures SET test_generated = true',
    'DROP TABLE auto_generated_tests',
  ])('may not: %s', async (sql) => {
    await expect(reviewer.query(sql)).rejects.toMatchObject({ code: '42501' });
  });
});

describe('the sweep', () => {
  const ERRORS = 'genwatch_exporter_sweep_errors_total';

  it('makes the test that was put off', async () => {
    const busy = await connected('genwatch');
    await busy.query(`BEGIN; SELECT pg_advisory_xact_lock(genwatch_strike_lock('QueuedError'))`);
    await admin.query(`INSERT INTO generation_failures (error_type, error_message)
      SELECT 'QueuedError', 'it broke' FROM generate_series(1, 3)`);
    const queued = await admin.query('SELECT error_type FROM genwatch_strike_queue');
    expect(queued.rows).toContainEqual({ error_type: 'QueuedError' });
    await busy.end();
    await soon('the test is there', async () => {
      const { rowCount } = await admin.query(`SELECT FROM auto_generated_tests WHERE error_type = 'QueuedError'`);
      return rowCount === 1;
    });
    expect(await readerOf(exporter.url).value(ERRORS)).toBe(0);
    expect(logged).toContainEqual(expect.objectContaining({ tests: 1, msg: 'tests that were put off have been made' }));
  });

  it('that fails is told once, counted each time, and goes on when it is mended', async () => {
    await admin.query('REVOKE EXECUTE ON FUNCTION genwatch_sweep_strikes FROM genwatch_reviewer, PUBLIC');
    await soon('failures are counted', async () => Number(await readerOf(exporter.url).value(ERRORS)) > 2);
    await admin.query('GRANT EXECUTE ON FUNCTION genwatch_sweep_strikes TO genwatch_reviewer');
    await soon('it goes on', async () => logged.some(({ msg }) => msg === 'tests that were put off are made again'));
    expect(logged.map(({ msg, code }) => [msg, code])).toEqual([
      ['tests that were put off cannot be made', '42501'],
      ['tests that were put off are made again', undefined],
    ]);
  });

  it('says once that there is no such function', async () => {
    await admin.query('ALTER FUNCTION genwatch_sweep_strikes RENAME TO elsewhere');
    await soon('it is missed', async () => logged.length > 0);
    await admin.query('ALTER FUNCTION elsewhere RENAME TO genwatch_sweep_strikes');
    await soon('it goes on', async () => logged.length > 1);
    expect(logged.map(({ msg }) => msg)).toEqual([
      'there are no three strikes in this database',
      'tests that were put off are made again',
    ]);
    expect(await readerOf(exporter.url).value(ERRORS)).toBe(0);
  });
});

describe("an installation's own names", () => {
  /** Capitals, a reserved word, keys that are UUIDs, and times without a zone. */
  const settings = merge(DEFAULT_SETTINGS, {
    zones: { timestamps: 'America/New_York' },
    generation: {
      failures: { table: 'App.Failures' },
      analytics: { table: 'App.Done' },
      tests: {
        table: 'App.Tests',
        timestamps: 'timestamp',
        columns: { id: 'Id', status: 'order', reviewed_by: 'reviewedBy', reviewed_at: 'reviewedAt' },
      },
      runs: { table: 'App.Runs' },
    },
  });

  it('are those that verdicts are written to', async () => {
    await admin.query(`CREATE SCHEMA "App"; CREATE TABLE "App"."Tests" ("Id" uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      test_name text, test_body text, language text, target text, created_from_failure_id bigint, error_type text,
      confidence_score double precision DEFAULT 0, run_count integer DEFAULT 0, pass_count integer DEFAULT 0,
      fail_count integer DEFAULT 0, "order" text DEFAULT 'proposed', "reviewedBy" text, "reviewedAt" timestamp, created_at timestamp);
      CREATE TABLE "App"."Runs" (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, test_id uuid, passed boolean,
        version text, duration_ms double precision, created_at timestamptz)`);
    const scripts = emitSql(buildCatalog(SYSTEMS, settings));
    for (const name of ['schema', 'three-strikes', 'review-role']) {
      await admin.query(scripts.get(`sql/${name}.sql`) ?? '');
    }
    const { rows } = await admin.query<{ Id: string }>(
      `INSERT INTO "App"."Tests" (test_name) VALUES ('it') RETURNING "Id"`
    );
    const id = rows[0]?.Id ?? '';
    const other = await startReviewing({ settings });
    const before = Date.now();
    const { status, answer } = await send(id, 'ann', {}, other.url);
    expect([status, answer]).toEqual([200, expect.objectContaining({ id, status: 'approved', reviewedBy: 'ann' })]);
    expect(Math.abs(Date.parse(String(answer.reviewedAt)) - before)).toBeLessThan(60_000);
    const late = await send(id, 'bob', {}, other.url);
    expect([late.status, late.answer.reviewedAt]).toEqual([409, answer.reviewedAt]);
    expect(await send('7', 'ann', {}, other.url)).toMatchObject({ status: 404 });
    await other.stop();
    const stored = await admin.query(`SELECT "order", "reviewedBy", verdict FROM "App"."Tests"
      JOIN "App".auto_generated_test_reviews ON test_id = "Id"
      WHERE abs(extract(epoch FROM now() AT TIME ZONE 'America/New_York' - "reviewedAt")) < 60`);
    expect(stored.rows).toEqual([{ order: 'approved', reviewedBy: 'ann', verdict: 'approved' }]);
  });
});

describe('all that was logged', () => {
  it('holds neither the secret, nor a word of a reviewer or of the database', () => {
    expect(told).toContain('a verdict could not be written');
    for (const word of [SECRET, 'ann@', "o'brien", 'DROP TABLE', 'relation', 'permission denied']) {
      expect(told).not.toContain(word);
    }
  });
});

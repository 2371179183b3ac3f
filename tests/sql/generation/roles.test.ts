import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Client } from 'pg';

import { ownGenerator } from './ownGenerator';

const script = (name: string) => readFileSync(join(__dirname, '../../../sql', name), 'utf8');

const withRoles = (name: string, work: (client: Client) => Promise<void>) =>
  ownGenerator(name, async ({ client, fail }) => {
    for (let run = 0; run < 2; run += 1) {
      await client.query(script('review-role.sql'));
      await client.query(script('read-only-role.sql'));
    }
    await fail('TypeError', { rows: 3 });
    await work(client);
  });

const as = async (client: Client, role: string, sql: string) => {
  await client.query(`BEGIN; SET LOCAL ROLE ${role}`);
  try {
    return await client.query(sql).then(
      () => 'allowed',
      (error: { code?: string }) => error.code ?? 'failed'
    );
  } finally {
    await client.query('ROLLBACK');
  }
};

const REVIEW = `INSERT INTO auto_generated_test_reviews (test_id, verdict, reason, reviewed_by, request_id)
  VALUES (1, 'rejected', 'wrong', 'ann', gen_random_uuid())`;

describe('the role of reviewers', () => {
  it.each([
    'SELECT * FROM auto_generated_tests',
    'SELECT * FROM auto_generated_tests WHERE id = 1 FOR UPDATE',
    `UPDATE auto_generated_tests SET status = 'approved', reviewed_by = 'ann', reviewed_at = now() WHERE id = 1`,
    `UPDATE auto_generated_tests SET status = 'rejected', reviewed_by = 'ann', reviewed_at = now() WHERE id = 1`,
    REVIEW,
    'SELECT * FROM auto_generated_test_reviews',
    'SELECT genwatch_sweep_strikes()',
  ])('may: %s', (sql) =>
    withRoles('may', async (client) => {
      expect(await as(client, 'genwatch_reviewer', sql)).toBe('allowed');
    })
  );

  it('may do nothing else', () =>
    withRoles('may_not', async (client) => {
      const { rows: columns } = await client.query<{ name: string }>(
        `SELECT attname AS name FROM pg_attribute WHERE attrelid = 'auto_generated_tests'::regclass AND attnum > 0
          AND attname NOT IN ('status', 'reviewed_by', 'reviewed_at')`
      );
      expect(columns).toHaveLength(12);
      for (const sql of [
        ...columns.map(({ name }) => `UPDATE auto_generated_tests SET ${name} = DEFAULT`),
        'INSERT INTO auto_generated_tests (test_name) VALUES (NULL)',
        'DELETE FROM auto_generated_tests',
        'TRUNCATE auto_generated_tests CASCADE',
        'UPDATE auto_generated_test_reviews SET verdict = verdict',
        'DELETE FROM auto_generated_test_reviews',
        'SELECT FROM generation_failures',
        'SELECT FROM generation_analytics',
        'SELECT FROM genwatch_strike_queue',
        `INSERT INTO genwatch_strike_queue (error_type, first_at, last_at) VALUES ('a', now(), now())`,
        `SELECT record_test_run(1, true, 'v1')`,
        `SELECT genwatch_answer_strikes('TypeError', now(), now())`,
        'CREATE TABLE mine (id int)',
      ]) {
        expect([sql, await as(client, 'genwatch_reviewer', sql)]).toEqual([sql, '42501']);
      }
    }));

  it('leaves a review that cannot be meant outside', () =>
    withRoles('reviews', async (client) => {
      const insert = (verdict: string, reason: string) =>
        as(
          client,
          'genwatch_reviewer',
          `INSERT INTO auto_generated_test_reviews (test_id, verdict, reason, reviewed_by, request_id)
          VALUES (1, ${verdict}, ${reason}, 'ann', gen_random_uuid())`
        );
      expect(await insert(`'maybe'`, `'x'`)).toBe('23514');
      expect(await insert(`'rejected'`, `' '`)).toBe('23514');
      expect(await insert(`'rejected'`, 'NULL')).toBe('23514');
      expect(await insert(`'approved'`, 'NULL')).toBe('allowed');
    }));
});

describe('the role that reads', () => {
  it('reads what pages show, and writes none of it', () =>
    withRoles('reads', async (client) => {
      for (const table of [
        'auto_generated_test_reviews',
        'auto_generated_test_versions',
        'generation_failure_occurrences',
        'genwatch_strike_queue',
        'genwatch_strike_errors',
        'auto_generated_tests',
        'auto_generated_test_runs',
        'generation_failures',
        'generation_analytics',
      ]) {
        const tried = [`SELECT count(*) FROM ${table}`, `INSERT INTO ${table} DEFAULT VALUES`, `DELETE FROM ${table}`];
        const answers = [];
        for (const sql of tried) {
          answers.push(await as(client, 'genwatch_reader', sql));
        }
        // The last code: a view of groups takes no rows from anybody.
        const refused = expect.stringMatching(/^(42501|55000)$/) as string;
        expect([table, answers]).toEqual([table, ['allowed', refused, refused]]);
      }
      for (const call of [
        'SELECT genwatch_sweep_strikes()',
        `SELECT record_test_run(1, true, 'v1')`,
        `SELECT genwatch_answer_strikes('TypeError', now(), now())`,
      ]) {
        expect([call, await as(client, 'genwatch_reader', call)]).toEqual([call, '42501']);
      }
    }));
});

describe('an application that may only insert failures', () => {
  it('has its strikes counted, and can touch nothing that comes of them', () =>
    ownGenerator('application', async (own) => {
      const role = `genwatch_app_${process.pid}`;
      await own.client.query(
        `CREATE ROLE ${role}; GRANT USAGE ON SCHEMA ${(await schemaOf(own.client)).name} TO ${role}; GRANT INSERT ON generation_failures TO ${role}`
      );
      try {
        await own.client.query(`SET ROLE ${role}`);
        await own.fail('TypeError', { rows: 3 });
        await expect(own.client.query('SELECT FROM auto_generated_tests')).rejects.toMatchObject({ code: '42501' });
        await own.client.query('RESET ROLE');
        expect(await own.tests()).toHaveLength(1);
      } finally {
        await own.client.query(`RESET ROLE; DROP OWNED BY ${role}; DROP ROLE ${role}`);
      }
    }));

  it('cannot lead the trigger astray with tables of the same names', () =>
    ownGenerator('astray', async (own) => {
      await own.client.query(
        'CREATE TEMPORARY TABLE auto_generated_tests (LIKE auto_generated_tests); CREATE TEMPORARY TABLE genwatch_strike_queue (id int)'
      );
      const { name } = await schemaOf(own.client);
      await own.client.query(
        `INSERT INTO ${name}.generation_failures (error_type, error_message) SELECT 'TypeError', 'x' FROM generate_series(1, 3)`
      );
      expect(await own.count('pg_temp.auto_generated_tests')).toBe(0);
      expect(await own.count(`${name}.auto_generated_tests`)).toBe(1);
    }));
});

const schemaOf = async (client: Client) =>
  (await client.query<{ name: string }>('SELECT current_schema() AS name')).rows[0] as { name: string };

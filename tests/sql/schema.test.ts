import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Client } from 'pg';

import { validation } from '../../src/catalog/systems/validation';
import { DEFAULT_SETTINGS } from '../../src/catalog/settings/defaults';
import { rolledBack } from './rolledBack';

const script = (name: string) => readFileSync(join(__dirname, '../../sql', name), 'utf8');
const RANGE = { from: "now() - interval '24 hours'", to: 'now()', limit: '10' };

/** Runs the scripts twice, as people do. */
const installed = (work: (client: Client) => Promise<void>) =>
  rolledBack(async (client) => {
    await client.query('CREATE SCHEMA IF NOT EXISTS public; SET LOCAL search_path = public');
    for (let run = 0; run < 2; run += 1) {
      await client.query(script('schema.sql'));
      await client.query(script('read-only-role.sql'));
    }
    await work(client);
  });

describe('the table of the demo', () => {
  it('is what the default settings expect, and may be installed twice', () =>
    installed(async (client) => {
      for (const query of validation(DEFAULT_SETTINGS).queries) {
        const { fields } = await client.query(query.sql(RANGE));
        expect(fields.map(({ name }) => name)).toEqual(Object.keys(query.columns));
      }
    }));

  it('has an index that the queries use', () =>
    installed(async (client) => {
      await client.query(`INSERT INTO messages (chat_id, role, content, created_at)
        SELECT 'a', 'assistant', 'Done', now() - n * interval '1 minute' FROM generate_series(1, 20000) AS n; ANALYZE messages`);
      for (const query of validation(DEFAULT_SETTINGS).queries) {
        const { rows } = await client.query<{ 'QUERY PLAN': string }>(
          `EXPLAIN ${query.sql({ ...RANGE, from: "now() - interval '1 hour'" })}`
        );
        const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
        // The documents' ranges are their own, and can hold the whole table.
        const hasOwnRange = query.documented !== undefined;
        expect([query.id, hasOwnRange || /(messages|logs)_created_at_idx/.test(plan)]).toEqual([query.id, true]);
      }
    }));
});

describe('the read-only role', () => {
  const asReader = async (client: Client, sql: string) => {
    await client.query('SAVEPOINT reader; SET LOCAL ROLE genwatch_reader');
    const answer = await client.query(sql).then(
      () => 'allowed',
      (error: { code?: string }) => error.code ?? 'failed'
    );
    await client.query('ROLLBACK TO reader');
    return answer;
  };

  it('reads the messages', () =>
    installed(async (client) => {
      for (const query of validation(DEFAULT_SETTINGS).queries) {
        expect(await asReader(client, query.sql(RANGE))).toBe('allowed');
      }
    }));

  it.each([
    ["INSERT INTO messages (chat_id, role, content) VALUES ('a', 'user', 'b')"],
    ["UPDATE messages SET content = ''"],
    ['DELETE FROM messages'],
    ['TRUNCATE messages'],
    ['DROP TABLE messages'],
    ['CREATE INDEX ON messages (role)'],
    ['CREATE TABLE public.mine (id int)'],
    ['SELECT * FROM public.other'],
    ['CREATE ROLE other'],
    ["ALTER SYSTEM SET work_mem = '1MB'"],
  ])('may not: %s', (sql) =>
    installed(async (client) => {
      // As PostgreSQL 15 and later have it from the start.
      await client.query('REVOKE CREATE ON SCHEMA public FROM PUBLIC; CREATE TABLE public.other (id int)');
      expect(['42501', '25001']).toContain(await asReader(client, sql));
    })
  );

  it('has no password until it is given one, and is read-only by default', () =>
    installed(async (client) => {
      const { rows } = await client.query(
        `SELECT rolcanlogin, rolsuper, rolcreatedb, rolcreaterole, rolbypassrls, rolpassword, rolconfig FROM pg_authid
        JOIN pg_db_role_setting ON setrole = pg_authid.oid CROSS JOIN LATERAL (SELECT setconfig AS rolconfig) AS config
        WHERE rolname = 'genwatch_reader'`
      );
      expect(rows).toMatchObject([
        {
          rolcanlogin: true,
          rolsuper: false,
          rolcreatedb: false,
          rolcreaterole: false,
          rolbypassrls: false,
          rolpassword: null,
        },
      ]);
      expect(rows[0]?.rolconfig).toContain('default_transaction_read_only=on');
    }));
});

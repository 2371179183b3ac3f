import { type Client } from 'pg';

import { literal } from '../../../src/catalog/sql/literal';
import { rolledBack } from '../rolledBack';
import { fingerprintOf } from '../../../tools/sql/threeStrikes/fingerprint';

/** Occurrences of the same error in each row. */
const SAME: readonly string[][] = [
  ['failed after 3 retries', 'failed after 17 retries', 'Failed  after\t5   retries', 'FAILED AFTER\n0 RETRIES'],
  [
    'took 1,234.5 ms in total',
    'took 1.234,5 ms in total',
    'took 1 234,5 ms in total',
    'took \u0661\u0662\u0663 ms in total',
  ],
  ['took 12 345 ms in total', 'took 12\u202f345 ms in total', 'took 1\u00a0ms in total'],
  [
    'project 6f1c2a90-0f1e-4d7a-9b1e-1a2b3c4d5e6f is gone',
    'project 00000000-0000-4000-8000-000000000000 is gone',
    'project prj_8Hn2kQ is gone',
    'project #42 is gone',
  ],
  ['Cannot read 0xdeadbeef at 0x00', 'Cannot read 0x1 at 0xffff'],
  ['ENOENT: no such file /app/src/a.tsx:12:5', 'ENOENT: no such file C:\\Users\\me\\b.ts', 'ENOENT: no such file ../x'],
  ['fetch of https://a.example/x?y=1 failed', 'fetch of http://10.0.0.1:8080/ failed'],
  ['no access for ann@example.org today', 'no access for bob.smith@mail.example today'],
  [
    `Cannot find module 'react'`,
    `Cannot find module "vue"`,
    'Cannot find module `x y z`',
    'Cannot find module \u201cund so\u201d',
  ],
  [`Can't resolve 'a' in 'b'`, `Can't resolve "it" in 'c d'`, `can\u2019t resolve 'x' in 'y'`],
  ['gave up at 14:03:22', 'gave up at 2:03:22 PM', 'gave up at 02:03 a.m.', 'gave up at 2026-06-15T14:03:22.123Z'],
];

/** Each is an error of its own. */
const DISTINCT: readonly string[] = [
  'x is not defined',
  'x is not a function',
  'Cannot read properties of undefined',
  'Cannot read properties of null',
  'Maximum call stack size exceeded',
  'Unexpected token',
  'Unexpected end of input',
  'Identifier has already been declared',
  'failed after 3 retries',
  'failed before 3 retries',
  "Can't resolve 'a' in 'b'",
  "Can't find 'a' in 'b'",
  '\u65e5\u672c\u8a9e\u306e\u30a8\u30e9\u30fc',
  '\u5225\u306e\u30a8\u30e9\u30fc',
  'Gr\u00f6\u00dfe fehlt',
  'L\u00e4nge fehlt',
  '',
];

const prints = async (client: Client, messages: readonly string[], type = 'TypeError'): Promise<string[]> => {
  const { rows } = await client.query<{ print: string }>(
    `SELECT ${fingerprintOf('type', 'message')} AS print
    FROM (SELECT $1::text AS type, message, n FROM unnest($2::text[]) WITH ORDINALITY AS given (message, n)) AS given ORDER BY n`,
    [type, messages]
  );
  return rows.map(({ print }) => print);
};

describe('a fingerprint', () => {
  it.each(SAME.map((messages) => ({ messages })))('is the same for $messages', ({ messages }) =>
    rolledBack(async (client) => {
      const [first = '', ...others] = await prints(client, messages);
      expect(first).toMatch(/^[0-9a-f]{16}$/);
      expect(others).toEqual(others.map(() => first));
    })
  );

  it('differs between errors, and between types of the same words', () =>
    rolledBack(async (client) => {
      const all = [...(await prints(client, DISTINCT)), ...(await prints(client, DISTINCT, 'RangeError'))];
      expect(new Set(all).size).toBe(2 * DISTINCT.length);
    }));

  it('is the same whatever the locale of the database', () =>
    rolledBack(async (client) => {
      // As a Turkish one folds letters; `lower` of the collation "C" does not ask.
      const { rows } = await client.query<{ name: string }>(
        `SELECT format('%I.%I', nspname, collname) AS name FROM pg_collation JOIN pg_namespace ON pg_namespace.oid = collnamespace
        WHERE collname IN ('C', 'POSIX', 'tr-x-icu', 'de-x-icu', 'en-x-icu', 'ucs_basic', 'pg_c_utf8', 'unicode')`
      );
      const message = `'THIS IS TITLE' FILE MISSING IN 3`;
      const own = await prints(client, [message]);
      for (const { name } of rows) {
        await client.query(
          `CREATE TEMPORARY TABLE given (type text COLLATE ${name}, message text COLLATE ${name});
          INSERT INTO given VALUES ('TypeError', ${literal(message)})`
        );
        const { rows: answers } = await client.query<{ print: string }>(
          `SELECT ${fingerprintOf('type', 'message')} AS print FROM given`
        );
        await client.query('DROP TABLE given');
        expect([name, answers[0]?.print]).toEqual([name, own[0]]);
      }
      expect(rows.length).toBeGreaterThan(1);
    }));

  it('is quick for messages that hold a whole file', () =>
    rolledBack(async (client) => {
      await client.query(`SET LOCAL statement_timeout = '5s'`);
      const [long, longer] = await prints(client, [
        `x is not defined ${'(a/1 '.repeat(200_000)}`,
        `${'\'"`('.repeat(250_000)}`,
      ]);
      expect(long).not.toBe(longer);
    }));
});

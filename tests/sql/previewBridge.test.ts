import { Client } from 'pg';

import { until } from '../../demo/servers/until';
import { readRows } from '../../preview/server/postgres/readRows';

const databaseUrl = process.env.GENWATCH_TEST_DATABASE_URL!;
const TABLE = 'preview_bridge';

// As the owner of everything: what is refused here is refused by the bridge, not by missing permissions.
const read = (sql: string, { timeoutMs = 5000, limit = 100, signal = new AbortController().signal } = {}) =>
  readRows({ databaseUrl, sql, timeoutMs, limit, signal });

describe('the SQL of a page in the preview', () => {
  let client: Client;
  beforeAll(async () => {
    client = new Client({ connectionString: databaseUrl });
    await client.connect();
    await client.query(`CREATE TABLE ${TABLE} (id int); INSERT INTO ${TABLE} VALUES (1), (2), (3)`);
  });
  afterAll(async () => {
    await client.query(`DROP TABLE ${TABLE}`);
    await client.end();
  });
  const ids = async () =>
    (await client.query<{ id: number }>(`SELECT id FROM ${TABLE} ORDER BY id`)).rows.map(({ id }) => id);

  it('reads rows as the server writes them', async () => {
    const { columns, values, cut } = await read("SELECT 1.50 AS share, NULL AS nothing, 'a;b' AS text;\n");
    expect(columns.map(({ name }) => name)).toEqual(['share', 'nothing', 'text']);
    expect([values, cut]).toEqual([[['1.50', null, 'a;b']], false]);
  });

  it('reads no more rows than the limit, and says so', async () => {
    const sql = 'SELECT generate_series(1, 1000000000)';
    expect(await read(sql, { limit: 2 })).toMatchObject({ values: [['1'], ['2']], cut: true });
    expect(await read(`SELECT id FROM ${TABLE}`, { limit: 3 })).toMatchObject({ cut: false });
  });

  it.each([
    `DELETE FROM ${TABLE}`,
    `SELECT 1; DELETE FROM ${TABLE}`,
    `SELECT 1; COMMIT; DELETE FROM ${TABLE}`,
    `WITH gone AS (DELETE FROM ${TABLE} RETURNING id) SELECT * FROM gone`,
    `SELECT id FROM ${TABLE} FOR UPDATE`,
    `SELECT id INTO stolen FROM ${TABLE}`,
    `SELECT set_config('transaction_read_only', 'off', false), query_to_xml('DELETE FROM ${TABLE}', true, true, '')`,
    `COPY ${TABLE} TO PROGRAM 'cat'`,
    `DO $$ BEGIN DELETE FROM ${TABLE}; END $$`,
    'SET default_transaction_read_only = off',
    'COMMIT',
  ])('changes nothing: %s', async (sql) => {
    await expect(read(sql)).rejects.toThrow(
      /syntax error|read-only|multiple commands|must not contain|not allowed|INTO|before any query/
    );
    expect(await ids()).toEqual([1, 2, 3]);
  });

  it('ends a statement that takes too long', async () => {
    await expect(read('SELECT pg_sleep(30)', { timeoutMs: 100 })).rejects.toThrow('statement timeout');
  });

  it('is cancelled in the database when the browser goes away', async () => {
    const browser = new AbortController();
    const running = async () => {
      const { rows } = await client.query<{ n: number }>(
        "SELECT count(*)::int AS n FROM pg_stat_activity WHERE query LIKE 'FETCH%' AND state = 'active' AND application_name = 'genwatch-preview'"
      );
      return rows[0]?.n;
    };
    const reading = read('SELECT pg_sleep(30)', { timeoutMs: 60_000, signal: browser.signal });
    const ended = expect(reading).rejects.toThrow('canceling statement due to user request');
    await until(async () => (await running()) === 1, { what: 'the statement runs', timeoutMs: 10_000 });
    browser.abort();
    await ended;
    expect(await running()).toBe(0);
  });
});

import { type Client } from 'pg';

import { ownGenerator, type OwnGenerator } from './ownGenerator';

const WRITERS = 50;

/** Each writer begins, inserts and commits on its own, all at once. */
const all = (writers: readonly Client[], write: (client: Client, i: number) => Promise<unknown>) =>
  Promise.all(writers.map(write));

/** How many open tests each type has, after the queue is worked off. */
async function testsByType(own: OwnGenerator): Promise<Record<string, number>> {
  await own.sweep();
  const { rows } = await own.client.query<{ error_type: string; tests: number }>(
    `SELECT error_type, count(*)::int AS tests FROM auto_generated_tests WHERE status <> 'rejected' GROUP BY 1 ORDER BY 1`
  );
  return Object.fromEntries(rows.map(({ error_type, tests }) => [error_type, tests]));
}

const noErrors = async (own: OwnGenerator) => expect(await own.count('genwatch_strike_errors')).toBe(0);

describe('exactly one test', () => {
  it('when 50 sessions fail at once with the same error', () =>
    ownGenerator('fifty_same', async (own) => {
      const writers = await own.connect(WRITERS);
      for (let round = 0; round < 10; round += 1) {
        await all(writers, (client) => own.fail(`Type${round}`, { client }));
      }
      expect(await testsByType(own)).toEqual(Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`Type${i}`, 1])));
      expect(await own.count('generation_failures')).toBe(10 * WRITERS);
      expect(await own.count('generation_failures WHERE test_generated')).toBe(30);
      await noErrors(own);
    }));

  it('when three of 50 sessions are the strikes of a type, and none for two', () =>
    ownGenerator('fifty_mixed', async (own) => {
      const writers = await own.connect(WRITERS);
      // 16 types three times, one twice.
      await all(writers, (client, i) => own.fail(`Type${i % 17}`, { client }));
      expect(await testsByType(own)).toEqual(
        Object.fromEntries(
          Array.from({ length: 17 }, (_, i): [string, number] => [`Type${i}`, 1])
            .filter(([type]) => type !== 'Type16')
            .sort(([a], [b]) => (a < b ? -1 : 1))
        )
      );
      await noErrors(own);
    }));

  it('when several types come in transactions that take them in opposite order', () =>
    ownGenerator('opposite', async (own) => {
      const writers = await own.connect(20);
      await all(writers, async (client, i) => {
        await client.query('BEGIN');
        for (const type of i % 2 === 0 ? ['A', 'B', 'C'] : ['C', 'B', 'A']) {
          await own.fail(type, { client });
        }
        await client.query('COMMIT');
      });
      expect(await testsByType(own)).toEqual({ A: 1, B: 1, C: 1 });
      expect(await own.count('generation_failures')).toBe(60);
      await noErrors(own);
    }));

  it('when the strikes commit late, each unseen by the others', () =>
    ownGenerator('late', async (own) => {
      const writers = await own.connect(5);
      for (const client of writers) {
        await client.query('BEGIN');
        await own.fail('TypeError', { client });
      }
      expect(await own.tests()).toEqual([]);
      for (const client of [...writers].reverse()) {
        await client.query('COMMIT');
      }
      expect(await testsByType(own)).toEqual({ TypeError: 1 });
      await noErrors(own);
    }));

  it('when the one that made it is rolled back while others waited for it', () =>
    ownGenerator('rolled_back', async (own) => {
      const [first, second] = await own.connect(2);
      await own.fail('TypeError', { rows: 2 });
      await first?.query('BEGIN');
      await own.fail('TypeError', { client: first });
      // Waits for the first in vain, and is stored all the same.
      await own.fail('TypeError', { client: second });
      expect(await own.count('genwatch_strike_queue')).toBe(1);
      await first?.query('ROLLBACK');
      expect(await own.tests()).toEqual([]);
      expect(await testsByType(own)).toEqual({ TypeError: 1 });
      await noErrors(own);
    }));

  it('when a part of a transaction is taken back and tried again', () =>
    ownGenerator('savepoint', async (own) => {
      const [client] = await own.connect(1);
      await own.fail('TypeError', { rows: 2 });
      await client?.query('BEGIN; SAVEPOINT attempt');
      await own.fail('TypeError', { client });
      await client?.query('ROLLBACK TO attempt');
      expect(await own.count('auto_generated_tests')).toBe(0);
      await own.fail('TypeError', { client });
      await client?.query('COMMIT');
      expect(await testsByType(own)).toEqual({ TypeError: 1 });
      expect(await own.count('generation_failures')).toBe(3);
    }));

  it.each(['REPEATABLE READ', 'SERIALIZABLE'])('when the writers are %s, after the sweep', (level) =>
    ownGenerator(`isolated_${level.slice(0, 4).toLowerCase()}`, async (own) => {
      const writers = await own.connect(20);
      await all(writers, async (client) => {
        await client.query(`BEGIN ISOLATION LEVEL ${level}`);
        await own.fail('TypeError', { client });
        await client.query('COMMIT');
      });
      expect(await own.count('generation_failures')).toBe(20);
      expect(await own.tests()).toEqual([]);
      expect(await testsByType(own)).toEqual({ TypeError: 1 });
      expect(await own.count('genwatch_strike_queue')).toBe(0);
      await noErrors(own);
    })
  );

  it('when the queue is swept before the last strike commits', () =>
    ownGenerator('early_sweep', async (own) => {
      const [holder, isolated] = await own.connect(2);
      await holder?.query('BEGIN');
      await own.fail('TypeError', { client: holder });
      await isolated?.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
      await own.fail('TypeError', { client: isolated, rows: 2 });
      await isolated?.query('COMMIT');
      expect(await own.sweep()).toBe(0);
      await holder?.query('COMMIT');
      expect(await testsByType(own)).toEqual({ TypeError: 1 });
    }));

  it('is all that the database takes, whoever writes it', () =>
    ownGenerator('by_hand', async (own) => {
      await own.fail('TypeError', { rows: 3 });
      const copy = `INSERT INTO auto_generated_tests (test_name, test_body, language, target, error_type, status)
        SELECT test_name, test_body, language, target, error_type, $1 FROM auto_generated_tests LIMIT 1`;
      await expect(own.client.query(copy, ['approved'])).rejects.toMatchObject({ code: '23505' });
      await own.client.query(copy, ['rejected']);
    }));

  it('when several sweep at once', () =>
    ownGenerator('sweeps', async (own) => {
      const sweepers = await own.connect(8);
      await own.client.query('ALTER TABLE generation_failures DISABLE TRIGGER genwatch_three_strikes');
      await own.client.query(
        `INSERT INTO generation_failures (error_type, error_message) SELECT 'Type' || n % 20, 'x' FROM generate_series(1, 60) AS n;
        INSERT INTO genwatch_strike_queue (error_type, first_at, last_at) SELECT error_type, created_at, created_at FROM generation_failures`
      );
      const made = await all(sweepers, async (client) => {
        const { rows } = await client.query<{ made: number }>('SELECT genwatch_sweep_strikes() AS made');
        return rows[0]?.made ?? NaN;
      });
      expect((made as number[]).reduce((sum, one) => sum + one, 0) + (await own.sweep())).toBe(20);
      expect(Object.values(await testsByType(own))).toEqual(Array(20).fill(1));
    }));
});

describe('an insert', () => {
  it('waits only shortly for whoever counts the same type', () =>
    ownGenerator('patience', async (own) => {
      const [holder, writer] = await own.connect(2);
      await holder?.query('BEGIN');
      await own.fail('TypeError', { client: holder });
      const started = Date.now();
      await own.fail('TypeError', { client: writer });
      // 100 ms and what a busy machine takes; without the limit it would wait for ever.
      expect(Date.now() - started).toBeLessThan(5_000);
      const { rows } = await (writer as Client).query<{ lock_timeout: string }>('SHOW lock_timeout');
      expect(rows).toEqual([{ lock_timeout: '0' }]);
      await holder?.query('COMMIT');
    }));

  it('does not wait at all once there is a test', () =>
    ownGenerator('early', async (own) => {
      const [holder, writer] = await own.connect(2);
      await own.fail('TypeError', { rows: 3 });
      await holder?.query('BEGIN');
      await own.fail('TypeError', { client: holder });
      await writer?.query(`SET statement_timeout = '10s'`);
      await own.fail('TypeError', { client: writer });
      expect(await own.count('genwatch_strike_queue')).toBe(0);
      await holder?.query('COMMIT');
    }));

  it('is not held up by another that notifies and does not commit', () =>
    ownGenerator('notifier', async (own) => {
      const [holder, writer] = await own.connect(2);
      await holder?.query('BEGIN');
      await own.fail('A', { client: holder });
      await writer?.query(`SET statement_timeout = '10s'`);
      await own.fail('B', { client: writer });
      expect(await own.count(`generation_failures WHERE error_type = 'B'`)).toBe(1);
      await holder?.query('ROLLBACK');
    }));
});

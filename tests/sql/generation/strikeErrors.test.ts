import { buildCatalog } from '../../../src/catalog/catalog';
import { DEFAULT_SETTINGS } from '../../../src/catalog/settings/defaults';
import { SYSTEMS } from '../../../src/catalog/systems';
import { threeStrikesScript } from '../../../tools/sql/threeStrikes/threeStrikesScript';
import { ownGenerator, type OwnGenerator } from './ownGenerator';

const errors = async ({ client }: OwnGenerator) =>
  (await client.query('SELECT error_type, message FROM genwatch_strike_errors ORDER BY id')).rows;

describe('what goes wrong while strikes are counted', () => {
  it('is stored and counted, while the failure is stored and counts later', () =>
    ownGenerator('broken_body', async (own) => {
      await own.client.query(`ALTER FUNCTION genwatch_test_body RENAME TO mislaid`);
      await own.fail('TypeError', { rows: 3 });
      expect(await own.count('generation_failures')).toBe(3);
      expect(await errors(own)).toEqual([
        { error_type: 'TypeError', message: expect.stringContaining('genwatch_test_body') as string },
      ]);

      // The sweep meets it too, and tries again later, not at once.
      expect(await own.sweep()).toBe(0);
      expect(await own.sweep()).toBe(0);
      expect(await errors(own)).toHaveLength(2);

      await own.client.query('ALTER FUNCTION mislaid RENAME TO genwatch_test_body');
      await own.client.query('UPDATE genwatch_strike_queue SET due_at = now()');
      expect(await own.sweep()).toBe(1);
      expect(await own.count('genwatch_strike_queue')).toBe(0);
    }));

  it('with the tests, even all of them, never fails an insert', () =>
    ownGenerator('no_tests', async (own) => {
      await own.client.query('ALTER TABLE auto_generated_tests RENAME TO mislaid');
      await own.fail('TypeError', { rows: 3 });
      expect(await own.count('generation_failures')).toBe(3);
      expect(await errors(own)).toMatchObject([{ error_type: null }]);
    }));

  it('even when that cannot be stored either, never fails an insert', () =>
    ownGenerator('no_errors', async (own) => {
      await own.client.query(
        'ALTER TABLE auto_generated_tests RENAME TO mislaid; ALTER TABLE genwatch_strike_errors RENAME TO mislaid_too'
      );
      await own.fail('TypeError', { rows: 3 });
      expect(await own.count('generation_failures')).toBe(3);
    }));

  it('inside a transaction leaves the rest of it alone', () =>
    ownGenerator('inside', async (own) => {
      await own.client.query('ALTER TABLE auto_generated_tests RENAME TO mislaid; CREATE TABLE kept (id int)');
      await own.client.query('BEGIN; INSERT INTO kept VALUES (1)');
      await own.fail('TypeError', { rows: 3 });
      await own.client.query('INSERT INTO kept VALUES (2); COMMIT');
      expect(await own.count('kept')).toBe(2);
    }));

  it('is forgotten after 30 days', () =>
    ownGenerator('old_errors', async (own) => {
      await own.client.query(
        `INSERT INTO genwatch_strike_errors (message, at) VALUES ('old', now() - interval '31 days'), ('new', now() - interval '29 days')`
      );
      await own.sweep();
      expect(await errors(own)).toEqual([{ error_type: null, message: 'new' }]);
    }));
});

describe('fields that cannot be filled in', () => {
  it('stay empty, and the row is stored', () =>
    ownGenerator('not_filled', async (own) => {
      await own.client.query(
        `DROP TRIGGER genwatch_fill_failure ON generation_failures; DROP VIEW generation_failure_occurrences; CREATE TYPE kind AS ENUM ('other');
        ALTER TABLE generation_failures DROP CONSTRAINT generation_failures_failure_category_check, ALTER failure_category TYPE kind USING NULL`
      );
      await own.client.query(threeStrikesScript(buildCatalog(SYSTEMS, DEFAULT_SETTINGS)));
      await own.fail('TypeError', { rows: 3 });
      expect(await own.count('generation_failures')).toBe(3);
      expect(await own.tests()).toHaveLength(1);
    }));
});

describe('the sweep', () => {
  it('refuses a snapshot in which it would see nothing new', () =>
    ownGenerator('sweep_level', async ({ client, sweep }) => {
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
      await expect(sweep()).rejects.toThrow('cannot see what others commit meanwhile');
      await client.query('ROLLBACK');
    }));
});

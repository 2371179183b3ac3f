import { DEFAULT_SETTINGS } from '../../../src/catalog/settings/defaults';
import { ownGenerator, type OwnGenerator } from './ownGenerator';

const types = async ({ tests }: OwnGenerator) => (await tests()).map(({ error_type }) => error_type);
const marked = async ({ client }: OwnGenerator) =>
  (await client.query<{ id: string }>('SELECT id FROM generation_failures WHERE test_generated ORDER BY id')).rows.map(
    ({ id }) => Number(id)
  );

describe('three strikes', () => {
  it('make one test of the third failure, and mark all three', () =>
    ownGenerator('third', async (own) => {
      await own.fail('TypeError');
      await own.fail('TypeError');
      expect(await types(own)).toEqual([]);
      await own.fail('TypeError');
      expect(await types(own)).toEqual(['TypeError']);
      expect(await marked(own)).toEqual([1, 2, 3]);
      const { rows } = await own.client.query('SELECT * FROM auto_generated_tests');
      expect(rows).toMatchObject([
        { created_from_failure_id: '3', status: 'proposed', run_count: 0, confidence_score: 0, language: 'typescript' },
      ]);
      await own.fail('TypeError', { rows: 5 });
      expect(await types(own)).toEqual(['TypeError']);
      expect(await marked(own)).toEqual([1, 2, 3]);
    }));

  it('are counted for each error type', () =>
    ownGenerator('each_type', async (own) => {
      for (const type of ['B', 'A', 'B', 'A', 'C']) {
        await own.fail(type);
      }
      expect(await types(own)).toEqual([]);
      await own.client.query(
        `INSERT INTO generation_failures (error_type, error_message) VALUES ('A', 'x'), ('C', 'x'), ('B', 'x')`
      );
      expect((await types(own)).sort()).toEqual(['A', 'B']);
    }));

  it('lie within the window, both ends included, in whatever order they are written', () =>
    ownGenerator('window', async (own) => {
      const at = (offset: string) => ({ at: `timestamptz '2026-06-15 12:00Z' + interval '${offset}'` });
      await own.fail('outside', at('0'));
      await own.fail('outside', at('-168 hours -1 microsecond'));
      await own.fail('outside', at('-1 hour'));
      await own.fail('inside', at('0'));
      await own.fail('inside', at('-168 hours'));
      expect(await types(own)).toEqual([]);
      await own.fail('inside', at('-1 hour'));
      expect(await types(own)).toEqual(['inside']);
      // The middle of three that nothing had joined.
      await own.fail('outside', at('-100 hours'));
      expect(await types(own)).toEqual(['inside', 'outside']);
    }));

  it('begin anew after the test was rejected, and only with what failed since', () =>
    ownGenerator('rejected', async (own) => {
      await own.fail('TypeError', { rows: 3 });
      await own.fail('TypeError', { rows: 3 });
      await own.client.query(`UPDATE auto_generated_tests SET status = 'rejected', reviewed_at = clock_timestamp()`);
      expect(await own.sweep()).toBe(0);
      await own.fail('TypeError', { rows: 2 });
      expect(await own.tests()).toHaveLength(1);
      await own.fail('TypeError');
      expect((await own.tests()).map(({ status }) => status)).toEqual(['rejected', 'proposed']);
    }));

  it('that came before a rejection which names an earlier time are found by the sweep', () =>
    ownGenerator('backdated', async (own) => {
      await own.fail('TypeError', { rows: 3 });
      await own.fail('TypeError', { rows: 3, at: 'clock_timestamp()' });
      await own.client.query(
        `UPDATE auto_generated_tests SET status = 'rejected', reviewed_at = created_at + interval '1 microsecond'`
      );
      expect(await own.tests()).toHaveLength(1);
      expect(await own.sweep()).toBe(1);
      expect(await own.tests()).toHaveLength(2);
    }));

  it('of a removed test make another one', () =>
    ownGenerator('removed', async (own) => {
      await own.fail('TypeError', { rows: 6 });
      await own.client.query('DELETE FROM auto_generated_tests');
      expect(await own.sweep()).toBe(1);
      expect(await own.tests()).toHaveLength(1);
    }));

  it('of hundreds of types in one statement are counted by the sweep', () =>
    ownGenerator('many_types', async (own) => {
      await own.client.query(
        `INSERT INTO generation_failures (error_type, error_message) SELECT 'Type' || n % 300, 'x' FROM generate_series(1, 900) AS n`
      );
      const made = (await own.tests()).length;
      expect(made).toBeLessThanOrEqual(64);
      expect(made + (await own.sweep())).toBe(300);
      expect(await own.count('genwatch_strike_queue')).toBe(0);
    }));

  it('tell whoever listens, without a word of the error', () =>
    ownGenerator('notify', async (own) => {
      const [listener] = await own.connect(1);
      const heard: Array<string | undefined> = [];
      const first = new Promise<void>((resolve) =>
        listener?.on('notification', ({ payload }) => {
          heard.push(payload);
          resolve();
        })
      );
      await listener?.query('LISTEN genwatch_generation');
      await own.fail('TypeError', { rows: 3 });
      await first;
      expect(heard).toEqual(['']);
    }));

  it('tell it once in a second of a session, and not what is rolled back', () =>
    ownGenerator('notify_again', async (own) => {
      const [listener, writer] = await own.connect(2);
      let heard = 0;
      listener?.on('notification', () => (heard += 1));
      await listener?.query('LISTEN genwatch_generation');
      const thisSecond = `date_trunc('second', now())::text`;
      const another = `date_trunc('second', now() - interval '1 second')::text`;
      const failsAfterTelling = async (second: string, end = 'COMMIT') => {
        await writer?.query('BEGIN');
        await writer?.query(`SELECT set_config('genwatch.told', ${second}, false)`);
        await own.fail('TypeError', { client: writer });
        const set = await writer?.query(`SELECT current_setting('genwatch.told') = ${thisSecond} AS told`);
        expect(set?.rows).toEqual([{ told: true }]);
        await writer?.query(end);
        await listener?.query('SELECT');
        return heard;
      };

      expect(await failsAfterTelling(another, 'ROLLBACK')).toBe(0);
      expect(await failsAfterTelling(another)).toBe(1);
      expect(await failsAfterTelling(thisSecond)).toBe(1);
      expect(await failsAfterTelling(another)).toBe(2);
    }));

  it('are those of the settings', async () => {
    const strikes = { failures: '1', window: '1h' } as const;
    const settings = { ...DEFAULT_SETTINGS, generation: { ...DEFAULT_SETTINGS.generation, strikes } };
    await ownGenerator(
      'one_strike',
      async (own) => {
        await own.fail('TypeError');
        expect(await types(own)).toEqual(['TypeError']);
      },
      settings
    );
  });
});

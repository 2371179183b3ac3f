import { ownGenerator, type OwnGenerator } from './ownGenerator';

/** Lower bounds of the Wilson score interval with z = 1.96, worked out with 50 decimal digits. */
const KNOWN: ReadonlyArray<readonly [passed: number, runs: number, bound: number]> = [
  [0, 0, 0],
  [0, 1, 0],
  [1, 1, 0.206543291473893],
  [1, 2, 0.0945286548008661],
  [2, 2, 0.342371952889619],
  [0, 3, 0],
  [3, 3, 0.438493919550982],
  [2, 3, 0.207654955126488],
  [5, 5, 0.565508505247919],
  [4, 5, 0.375528264118539],
  [9, 10, 0.595843614502428],
  [10, 10, 0.722459831233383],
  [0, 10, 0],
  [19, 20, 0.763864106487433],
  [25, 50, 0.366442864123329],
  [50, 50, 0.928649965825681],
  [50, 51, 0.896951923244106],
  [99, 100, 0.945512475239065],
  [999, 1000, 0.99435729703984],
  [1, 1000, 0.000176541829057271],
];

const record = async ({ client }: OwnGenerator, passed: boolean, version = 'v1', test = '1') =>
  (
    await client.query<{ confidence: number }>('SELECT record_test_run($1, $2, $3, 12.5) AS confidence', [
      test,
      passed,
      version,
    ])
  ).rows[0]?.confidence ?? NaN;

const withTest = (name: string, work: (own: OwnGenerator) => Promise<void>) =>
  ownGenerator(name, async (own) => {
    await own.fail('TypeError', { rows: 3 });
    await work(own);
  });

const counts = async ({ client }: OwnGenerator) =>
  (
    await client.query<{ run_count: number; pass_count: number; fail_count: number; confidence_score: number }>(
      'SELECT run_count, pass_count, fail_count, confidence_score FROM auto_generated_tests'
    )
  ).rows[0];

describe('the confidence in a test', () => {
  it('is the lower bound of the Wilson score interval', () =>
    ownGenerator('wilson', async ({ client }) => {
      const { rows } = await client.query<{ bound: number }>(
        'SELECT genwatch_confidence(passed, runs) AS bound FROM unnest($1::int[], $2::int[]) WITH ORDINALITY AS given (passed, runs, n) ORDER BY n',
        [KNOWN.map(([passed]) => passed), KNOWN.map(([, runs]) => runs)]
      );
      expect(KNOWN).toHaveLength(20);
      for (const [i, [passed, runs, bound]] of KNOWN.entries()) {
        expect([passed, runs, Math.abs((rows[i]?.bound ?? NaN) - bound) < 1e-12]).toEqual([passed, runs, true]);
      }
    }));

  it('rises with every pass; one failure after 50 lowers it and does not reset it', () =>
    withTest('rises', async (own) => {
      let last = 0;
      for (let run = 0; run < 50; run += 1) {
        const confidence = await record(own, true);
        expect(confidence).toBeGreaterThan(last);
        last = confidence;
      }
      const after = await record(own, false);
      expect(after).toBeLessThan(last);
      expect(after).toBeGreaterThan(0.85);
      expect(await counts(own)).toEqual({ run_count: 51, pass_count: 50, fail_count: 1, confidence_score: after });
      expect(await record(own, true)).toBeGreaterThan(after);
    }));

  it('counts every run of sessions that record at once', () =>
    withTest('at_once', async (own) => {
      const clients = await own.connect(10);
      await Promise.all(
        clients.map(async (client, i) => {
          for (let run = 0; run < 10; run += 1) {
            await record({ ...own, client }, (i + run) % 4 > 0);
          }
        })
      );
      const { rows } = await own.client.query('SELECT genwatch_confidence(75, 100) AS bound');
      expect(await counts(own)).toEqual({
        run_count: 100,
        pass_count: 75,
        fail_count: 25,
        confidence_score: (rows[0] as { bound: number }).bound,
      });
      expect(await own.count('auto_generated_test_runs')).toBe(100);
    }));

  it.each([
    ['an unknown test', `SELECT record_test_run(99, true, 'v1')`, 'there is no test 99'],
    ['no verdict', `SELECT record_test_run(1, NULL, 'v1')`, 'a run needs its test'],
    ['no version', 'SELECT record_test_run(1, true, NULL)', 'a run needs its test'],
  ])('is not touched by a run of %s', (_, sql, told) =>
    withTest('refused', async (own) => {
      await expect(own.client.query(sql)).rejects.toThrow(told);
      expect(await own.count('auto_generated_test_runs')).toBe(0);
    })
  );
});

describe('a flaky test', () => {
  it('passed and failed on the same version; one that is repaired by the next is not', () =>
    withTest('flaky', async (own) => {
      for (const [version, passed] of [
        ['v1', false],
        ['v1', false],
        ['v2', true],
        ['v3', true],
        ['v3', false],
        ['v3', true],
      ] as const) {
        await record(own, passed, version);
      }
      const { rows } = await own.client.query(
        'SELECT version, run_count::int, pass_count::int, fail_count::int, flaky FROM auto_generated_test_versions ORDER BY version'
      );
      expect(rows).toEqual([
        { version: 'v1', run_count: 2, pass_count: 0, fail_count: 2, flaky: false },
        { version: 'v2', run_count: 1, pass_count: 1, fail_count: 0, flaky: false },
        { version: 'v3', run_count: 3, pass_count: 2, fail_count: 1, flaky: true },
      ]);
    }));
});

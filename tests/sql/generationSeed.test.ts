import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client, Pool } from 'pg';
import { exporterSeries } from '../../demo/history/exporterSeries';
import { type Ask } from '../../demo/history/replay';
import { generationTruth, thirdStrikes, type GenerationTruth } from '../../demo/simulator/generation/generationTruth';
import { kindOfType } from '../../demo/simulator/generation/plan/errorKinds';
import { createGenerationPlan, DEFAULT_GENERATIONS } from '../../demo/simulator/generation/plan/generationPlan';
import { seedGenerations } from '../../demo/simulator/generation/seedGenerations';
import { DAY, HOUR } from '../../demo/simulator/plan/time';
import { alertsMet, catalog, generationReadings } from './generationReadings';
import { ownSchema } from './ownSchema';

const NOW = Date.UTC(2026, 5, 11, 9, 17, 3, 141);
const DAYS = 2;
const plan = createGenerationPlan();

const script = (name: string) => readFileSync(join(__dirname, '../../sql', name), 'utf8');
const seed = (client: Client, now: number, days = DAYS) => seedGenerations(client, { now: new Date(now), days });

async function count(client: Client, table: string, where = 'true'): Promise<number> {
  const { rows } = await client.query<{ count: string }>(`SELECT count(*) FROM ${table} WHERE ${where}`);
  return Number(rows[0]?.count);
}

/** What the tables hold, counted plainly. */
async function counted(client: Client, from: number, to: number): Promise<GenerationTruth> {
  const { rows } = await client.query<Omit<GenerationTruth, 'categories'>>(
    `WITH failure AS (SELECT * FROM generation_failures WHERE created_at >= $1 AND created_at < $2)
     SELECT (SELECT count(*)::int FROM generation_analytics WHERE success AND created_at >= $1 AND created_at < $2) AS successes,
       count(*)::int AS failures, count(DISTINCT user_id)::int AS users, count(DISTINCT project_id)::int AS projects
     FROM failure`,
    [new Date(from), new Date(to)]
  );
  const categories = await client.query<{ category: string; count: number }>(
    `SELECT failure_category AS category, count(*)::int FROM generation_failures
     WHERE created_at >= $1 AND created_at < $2 GROUP BY 1`,
    [new Date(from), new Date(to)]
  );
  const zero = generationTruth(plan, 0, 0).categories;
  return {
    ...(rows[0] as Omit<GenerationTruth, 'categories'>),
    categories: { ...zero, ...Object.fromEntries(categories.rows.map((row) => [row.category, row.count])) },
  };
}

describe('the seeded generations', () => {
  it('are those of the plan, and what was written twice counts once', () =>
    ownSchema('generations', async ({ client }) => {
      await seed(client, NOW);

      for (const from of [NOW - DAYS * DAY, NOW - DAY, NOW - 6 * HOUR, NOW - HOUR]) {
        expect(await counted(client, from, NOW)).toEqual(generationTruth(plan, from, NOW));
      }
      expect(await count(client, 'generation_analytics', 'NOT success')).toBeGreaterThan(5);
      expect(await count(client, 'generation_analytics', `(metadata->>'duration')::float8 > 1000`)).toBe(
        generationTruth(plan, NOW - DAYS * DAY, NOW).successes
      );
    }));

  it('are written once: a second start adds nothing, a later one the gap', () =>
    ownSchema('generationgap', async ({ client }) => {
      const first = await seed(client, NOW - 7 * HOUR);
      const again = await seed(client, NOW - 7 * HOUR);
      const later = await seed(client, NOW);

      expect([first.fresh, again, later.fresh]).toEqual([true, { fresh: false, written: 0 }, false]);
      expect(later.written).toBe(plan.generations(NOW - 7 * HOUR, NOW).length);
      expect(await counted(client, NOW - DAYS * DAY, NOW)).toEqual(generationTruth(plan, NOW - DAYS * DAY, NOW));
    }));

  it('are not doubled by two that write them at once, nor are their tests and runs', () =>
    ownSchema('generationtwice', async ({ client, url }) => {
      await client.query(script('three-strikes.sql'));
      const second = new Client({ connectionString: url });
      await second.connect();
      const results = await Promise.all([seed(client, NOW), seed(second, NOW)]).finally(() => second.end());

      expect(results[0].written + results[1].written).toBe(plan.generations(NOW - DAYS * DAY, NOW).length);
      expect(await counted(client, NOW - DAYS * DAY, NOW)).toEqual(generationTruth(plan, NOW - DAYS * DAY, NOW));
      expect(await count(client, 'auto_generated_test_runs')).toBeGreaterThan(10);
      const { rows } = await client.query(
        'SELECT FROM auto_generated_test_runs GROUP BY test_id, created_at HAVING count(*) > 1'
      );
      expect(rows).toHaveLength(0);
    }));

  it('stay out of tables with the generations of others', () =>
    ownSchema('generationforeign', async ({ client }) => {
      await client.query(`INSERT INTO generation_failures (error_type, error_message) VALUES ('Error', 'disk full')`);

      await expect(seed(client, NOW)).rejects.toThrow('not of the demo');
      expect(await count(client, 'generation_failures')).toBe(1);
    }));
});

describe('what the seeded generations teach', () => {
  it('is a test for each error that came three times, reviewed and run as the plan has it', () =>
    ownSchema('lessons', async ({ client, url }) => {
      await client.query(script('three-strikes.sql'));
      await client.query(script('review-role.sql'));
      await seed(client, NOW, 30);

      const troubled = createGenerationPlan({ ...DEFAULT_GENERATIONS, troubledUntil: NOW - 3 * DAY });
      const struck = thirdStrikes(troubled, NOW - 30 * DAY, NOW);
      const { rows: tests } = await client.query<{
        error_type: string;
        status: string;
        made: number;
        runs: number;
        passed: number;
        confidence: number;
        newest: boolean | null;
      }>(
        `SELECT error_type, status, extract(epoch FROM created_at)::float8 * 1000 AS made, run_count AS runs, pass_count AS passed,
           confidence_score AS confidence, (SELECT passed FROM auto_generated_test_runs WHERE test_id = test.id
             ORDER BY created_at DESC LIMIT 1) AS newest
         FROM auto_generated_tests AS test ORDER BY error_type`
      );

      expect(tests.map(({ error_type }) => error_type)).toEqual([...struck.keys()].sort());
      for (const { error_type: type, status, made, runs, passed, confidence, newest } of tests) {
        expect([type, made]).toEqual([type, struck.get(type)]);
        expect([type, status]).toEqual([type, kindOfType(type)?.review?.verdict ?? 'proposed']);
        expect([type, newest]).toEqual([type, status === 'approved' ? true : null]);
        expect([type, runs - passed > 0]).toEqual([type, type === 'DependencyResolutionError']);
        expect([type, confidence > 0.85]).toEqual([type, status === 'approved']);
      }
      expect(tests.filter(({ status }) => status === 'rejected')).toHaveLength(1);
      expect(tests.filter(({ status }) => status === 'proposed')).toHaveLength(2);
      expect(await count(client, 'auto_generated_test_reviews')).toBe(tests.length - 2);
      expect(await count(client, 'auto_generated_test_versions', 'flaky')).toBe(0);
      expect(await count(client, 'genwatch_strike_errors')).toBe(0);
      const instants = Array.from({ length: 29 * 8 }, (_, i) => NOW - (29 * 8 - 1 - i) * 3 * HOUR);
      const pool = new Pool({ connectionString: url, max: 2 });
      const ask: Ask = async (statement, parameters) => (await pool.query(statement, [...parameters])).rows;
      const history = await exporterSeries(ask, catalog, instants).finally(() => pool.end());
      const [unanswered] = history.filter(({ name }) => name === 'genwatch_generation_strikes_unanswered');
      expect(Math.max(...(unanswered?.values ?? []).map(Number))).toBe(0);
      // Fresh, and at every sixth hour of the quiet days before.
      for (let at = NOW; at > NOW - 2 * DAY; at -= 6 * HOUR) {
        expect({ at, met: alertsMet(await generationReadings(client, at)) }).toEqual({ at, met: [] });
      }
    }));
});

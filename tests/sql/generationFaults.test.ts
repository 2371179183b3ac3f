import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Client } from 'pg';
import { type Fault, type FaultContext } from '../../demo/faults/fault';
import { GENERATION_FAULTS } from '../../demo/faults/generation';
import { disturbancesIn } from '../../demo/simulator/application/disturbances';
import { catchUpGenerations } from '../../demo/simulator/generation/catchUpGenerations';
import { createGenerationPlan } from '../../demo/simulator/generation/plan/generationPlan';
import { seedGenerations } from '../../demo/simulator/generation/seedGenerations';
import { DAY } from '../../demo/simulator/plan/time';
import { alertsMet, catalog, generationReadings } from './generationReadings';
import { ownSchema } from './ownSchema';

const folder = mkdtempSync(join(tmpdir(), 'genwatch-generation-faults-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const unused = () => Promise.reject(new Error('unused'));

/** A stack that is a database only. */
const contextOf = (client: Client): FaultContext => ({
  catalog,
  database: (use) => use(client),
  services: { stop: unused, start: unused },
  prometheus: { change: unused, restore: unused },
  application: disturbancesIn(folder),
});

const seeded = (name: string, work: (client: Client) => Promise<void>) =>
  ownSchema(name, async ({ client }) => {
    await client.query(readFileSync(join(__dirname, '../../sql/three-strikes.sql'), 'utf8'));
    await seedGenerations(client, { days: 2 });
    await work(client);
  });

/** Everything that faults touch; ids aside where rows are written again. */
async function contents(client: Client, columns = '*'): Promise<unknown[]> {
  const found: unknown[] = [];
  for (const [table, wanted, time] of [
    ['generation_failures', columns, 'created_at'],
    ['generation_analytics', columns, 'created_at'],
    ['auto_generated_tests', '*', 'created_at'],
    ['auto_generated_test_runs', '*', 'created_at'],
    ['genwatch_strike_errors', '*', 'at'],
    ['genwatch_strike_queue', '*', 'queued_at'],
  ] as const) {
    found.push((await client.query(`SELECT ${wanted} FROM ${table} ORDER BY ${time}, 1`)).rows);
  }
  const { rows } = await client.query(
    `SELECT tgname, tgenabled FROM pg_trigger WHERE tgrelid = 'generation_failures'::regclass ORDER BY 1`
  );
  return [...found, rows];
}

const fault = (id: string): Fault => {
  const found = GENERATION_FAULTS.find((one) => one.id === id);
  if (!found) {
    throw new Error(`no fault ${id}`);
  }
  return found;
};

describe('the faults of the generator', () => {
  it('raise what they say and nothing else, however often they are raised, and take back exactly that', () =>
    seeded('generationfaults', async (client) => {
      const before = await contents(client);
      const healthy = await generationReadings(client);
      expect(healthy).toMatchObject({
        severity_critical: 0,
        strikes_unanswered: 0,
        regression: 0,
        flaky: 0,
        errors: 0,
      });
      expect(healthy.repeated_failures).toBeLessThan(3);

      for (const [id, meets] of Object.entries(MEETS)) {
        for (let times = 1; times <= 2; times++) {
          await fault(id).raise(contextOf(client));
          expect([id, alertsMet(await generationReadings(client))]).toEqual([id, meets]);
        }
        expect(await fault(id).clear(contextOf(client))).toMatch(/^Removed/);
        expect([id, await contents(client)]).toEqual([id, before]);
        expect([id, await fault(id).clear(contextOf(client))]).toEqual([id, undefined]);
      }
    }));

  it('three-strikes leaves one test that waits for its review', () =>
    seeded('strikes', async (client) => {
      await fault('three-strikes').raise(contextOf(client));
      const { rows } = await client.query(`SELECT error_type, created_from_failure_id IN (
        SELECT id FROM generation_failures WHERE starts_with(project_id, 'fault-three-strikes-') AND test_generated) AS linked
        FROM auto_generated_tests WHERE status = 'proposed'`);
      expect(rows).toEqual([{ error_type: 'ChartRenderError', linked: true }]);
    }));

  it('silent-generator takes the last hours away and the simulator with it, which fills them in again', () =>
    seeded('silence', async (client) => {
      const columns = 'project_id, user_id, framework, user_request, created_at';
      const plan = createGenerationPlan();
      const context = contextOf(client);
      const simulate = () =>
        catchUpGenerations(client, plan, {
          earliest: Date.now() - DAY,
          isSilent: () => context.application.all().some(({ silent }) => silent === 'generations'),
        });
      await simulate();
      const [before, until] = [await contents(client, columns), Date.now()];

      await fault('silent-generator').raise(context);
      await simulate();
      expect(alertsMet(await generationReadings(client))).toEqual(['GenerationSilent']);

      await fault('silent-generator').clear(context);
      await catchUpGenerations(client, plan, { earliest: Date.now() - DAY, until });
      expect((await contents(client, columns)).slice(0, 2)).toEqual(before.slice(0, 2));

      await fault('critical-error').raise(context);
      await expect(fault('silent-generator').raise(context)).rejects.toThrow('take them back first');
    }));

  it('trigger-errors says that a trigger which is off meets none', () =>
    seeded('switchedoff', async (client) => {
      await fault('trigger-broken').raise(contextOf(client));
      await expect(fault('trigger-errors').raise(contextOf(client))).rejects.toThrow('--clear trigger-broken');
    }));

  it('of runs and of the trigger say what is missing where nothing is learned', () =>
    ownSchema('unlearned', async ({ client }) => {
      await expect(fault('flaky-test').raise(contextOf(client))).rejects.toThrow('approve one');
      await expect(fault('trigger-broken').raise(contextOf(client))).rejects.toThrow('three-strikes');
      await expect(fault('trigger-errors').raise(contextOf(client))).rejects.toThrow('three-strikes');
    }));
});

/** Alerts whose condition each fault meets. */
const MEETS: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  GENERATION_FAULTS.filter(({ id }) => id !== 'silent-generator').map(({ id, raises }) => [
    id,
    raises.map(({ alert }) => alert).sort(),
  ])
);

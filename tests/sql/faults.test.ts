import { disturbancesIn } from '../../demo/simulator/application/disturbances';
import { type Client } from 'pg';
import { chainCounts, type ChainCounts } from '../../demo/faults/chainCounts';
import { type Fault, type FaultContext } from '../../demo/faults/fault';
import { attemptStorm } from '../../demo/faults/attemptStorm';
import { attemptSurge } from '../../demo/faults/attemptSurge';
import { circuitBreaker } from '../../demo/faults/circuitBreaker';
import { newErrors } from '../../demo/faults/newErrors';
import { queryWithId } from '../../demo/faults/lookup';
import { generationFailing } from '../../demo/faults/generationFailing';
import { silentValidator } from '../../demo/faults/silentValidator';
import { infiniteLoop } from '../../demo/faults/infiniteLoop';
import { lowSuccess } from '../../demo/faults/lowSuccess';
import { seedHistory } from '../../demo/simulator/seed';
import { buildCatalog } from '../../src/catalog/catalog';
import { DEFAULT_SETTINGS } from '../../src/catalog/settings/defaults';
import { SYSTEMS } from '../../src/catalog/systems';
import { summaryBySql } from './chainRows';
import { ownSchema } from './ownSchema';

const catalog = buildCatalog(SYSTEMS, DEFAULT_SETTINGS);

const unused = () => Promise.reject(new Error('unused'));

/** A stack that is a database only. */
const contextOf = (client: Client): FaultContext => ({
  catalog,
  database: (use) => use(client),
  services: { stop: unused, start: unused },
  prometheus: { change: unused, restore: unused },
  application: disturbancesIn('unused'),
});

const share = ({ fixed, finished }: ChainCounts) => fixed / finished;
const counts = (client: Client) => chainCounts(client, catalog, '24h');

async function longestNamed(client: Client): Promise<number | undefined> {
  const [summary] = await summaryBySql(client, DEFAULT_SETTINGS, {
    from: Date.now() - 86_400_000,
    to: Date.now() + 1000,
  });
  return summary?.longest_named;
}

async function completed(client: Client): Promise<number> {
  const day = { ...HOUR, from: "now() - interval '24 hours'" };
  const { rows } = await client.query<Record<string, number>>(
    queryWithId(catalog, 'validation.request_summary').sql(day)
  );
  const { completed: made = NaN, replaced = NaN, unanswered = NaN } = rows[0] ?? {};
  return made / (made + replaced + unanswered);
}

async function contents(client: Client): Promise<unknown[]> {
  const { rows } = await client.query('SELECT * FROM messages ORDER BY id');
  return rows;
}

const HOUR = { from: "now() - interval '1 hour'", to: "now() + interval '1 second'", limit: '1' };

async function eventsOfHour(client: Client): Promise<Record<'attempts' | 'trips' | 'unknown_attempts', number>> {
  const { rows } = await client.query(queryWithId(catalog, 'validation.repair_events_1h').sql(HOUR));
  return rows[0] as Record<'attempts' | 'trips' | 'unknown_attempts', number>;
}

describe('the faults of one hour', () => {
  const raised = (name: string, fault: Fault) =>
    ownSchema(name, async ({ client }) => {
      expect(await eventsOfHour(client)).toMatchObject({ attempts: 0, trips: 0, unknown_attempts: 0 });
      await fault.raise(contextOf(client));
      const events = await eventsOfHour(client);
      const after = await counts(client);
      await fault.clear(contextOf(client));
      expect(await contents(client)).toEqual([]);
      return { ...events, ...after };
    });

  it('circuit-breaker trips in three chats, and does nothing else', async () => {
    expect(await raised('breaker', circuitBreaker)).toMatchObject({ attempts: 9, trips: 3, unknown_attempts: 0 });
  });

  it('new-errors makes attempts that no pattern knows, and all of them succeed', async () => {
    expect(await raised('errors', newErrors)).toMatchObject({ trips: 0, unknown_attempts: 6, fixed: 6, finished: 6 });
  });

  it('attempt-storm makes as many attempts as the limit, and all of them succeed', async () => {
    expect(await raised('storm', attemptStorm)).toMatchObject({
      attempts: 200,
      trips: 0,
      unknown_attempts: 0,
      fixed: 200,
      finished: 200,
    });
  });

  it('attempt-surge makes more than twice the floor where nothing is usual', async () => {
    expect(await raised('surge', attemptSurge)).toMatchObject({
      attempts: 28,
      trips: 0,
      unknown_attempts: 0,
      fixed: 28,
      finished: 28,
    });
  });

  it('low-success leaves the last hour as it is', async () => {
    expect(await raised('low', lowSuccess)).toMatchObject({ attempts: 0, trips: 0, fixed: 0, finished: 5 });
  });
});

describe('the faults in the database', () => {
  it('infinite-loop makes a chain of seven attempts, at once', () =>
    ownSchema('loop', async ({ client }) => {
      await seedHistory(client, { days: 2 });
      const before = await contents(client);
      expect(await longestNamed(client)).toBe(3);

      expect(await infiniteLoop.raise(contextOf(client))).toContain('7 times');
      expect(await longestNamed(client)).toBe(7);

      // A second loop is another chat, not a longer chain.
      await infiniteLoop.raise(contextOf(client));
      expect(await longestNamed(client)).toBe(7);

      await infiniteLoop.clear(contextOf(client));
      expect(await contents(client)).toEqual(before);
    }));

  it('low-success halves the rate, and clearing brings it back exactly', () =>
    ownSchema('low', async ({ client }) => {
      await seedHistory(client, { days: 2 });
      const before = await contents(client);
      const healthy = await counts(client);
      expect(share(healthy)).toBeGreaterThan(0.8);

      await lowSuccess.raise(contextOf(client));
      expect(share(await counts(client))).toBeCloseTo(0.5, 2);
      expect(await longestNamed(client)).toBe(3);

      await lowSuccess.raise(contextOf(client));
      expect(share(await counts(client))).toBeCloseTo(0.5, 2);

      await lowSuccess.clear(contextOf(client));
      expect(await contents(client)).toEqual(before);
      expect(share(await counts(client))).toBeCloseTo(share(healthy), 2);
    }));

  it('do not touch each other, nor the next filling of a gap', () =>
    ownSchema('apart', async ({ client }) => {
      await seedHistory(client, { days: 2, now: new Date(Date.now() - 3_600_000) });
      await infiniteLoop.raise(contextOf(client));
      await lowSuccess.raise(contextOf(client));

      const { written } = await seedHistory(client, { days: 2 });
      expect(written).toBeGreaterThan(100);

      await lowSuccess.clear(contextOf(client));
      expect(await longestNamed(client)).toBe(7);
      await infiniteLoop.clear(contextOf(client));
      const { rows } = await client.query(`SELECT FROM messages WHERE chat_id NOT LIKE 'demo-%'`);
      expect(rows).toHaveLength(0);
    }));

  it('attempt-surge goes over twice the baseline and stays below the absolute limit; clearing takes it back', () =>
    ownSchema('surge', async ({ client }) => {
      await seedHistory(client, { days: 8 });
      const before = await contents(client);
      const read = async () => {
        const { rows } = await client.query<{ attempts_last_hour: number; baseline: number }>(
          queryWithId(catalog, 'validation.attempt_baseline').sql(HOUR)
        );
        return { hour: rows[0]?.attempts_last_hour ?? NaN, usual: rows[0]?.baseline ?? NaN };
      };
      const healthy = await read();
      expect(healthy.hour / healthy.usual).toBeLessThan(1.9);

      await attemptSurge.raise(contextOf(client));
      const surge = await read();
      expect(surge.hour / surge.usual).toBeGreaterThan(2.5);
      expect(surge.hour).toBeLessThan(200);

      // Raised again it adds what has left the hour since, which is next to nothing yet.
      await attemptSurge.raise(contextOf(client));
      expect(Math.abs((await read()).hour - surge.hour)).toBeLessThan(3);

      await attemptSurge.clear(contextOf(client));
      expect(await contents(client)).toEqual(before);
    }));

  it('generation-failing takes the share of completed requests to 60 %, and leaves repairs as they are', () =>
    ownSchema('generation', async ({ client }) => {
      await seedHistory(client, { days: 2 });
      const [before, chains] = [await contents(client), await counts(client)];
      expect(await completed(client)).toBeGreaterThan(0.93);

      await generationFailing.raise(contextOf(client));
      expect(await completed(client)).toBeCloseTo(0.6, 2);
      await generationFailing.raise(contextOf(client));
      expect(await completed(client)).toBeCloseTo(0.6, 2);
      expect(share(await counts(client))).toBeCloseTo(share(chains), 2);

      await generationFailing.clear(contextOf(client));
      expect(await contents(client)).toEqual(before);
    }));

  it('generation-failing makes as many requests as are needed to judge an empty table', () =>
    ownSchema('vain', async ({ client }) => {
      expect(await generationFailing.raise(contextOf(client))).toContain('0.0 % (0 of 20)');
      expect(await generationFailing.clear(contextOf(client))).toContain('not defined');
    }));

  it('silent-validator leaves the messages and takes their events; clearing gives every word back', () =>
    ownSchema('silent', async ({ client }) => {
      const asked: string[] = [];
      let runs = true;
      const ask = (what: 'stop' | 'start') => (name: string) => {
        asked.push(`${what} ${name}`);
        const changed = runs !== (what === 'start');
        runs = what === 'start';
        return Promise.resolve(changed);
      };
      const context = {
        ...contextOf(client),
        services: { stop: async (name: string) => void (await ask('stop')(name)), start: ask('start') },
      };
      const read = async () =>
        (
          await client.query(
            queryWithId(catalog, 'validation.traffic').sql({ ...HOUR, from: "now() - interval '6 hours'" })
          )
        ).rows[0] as Record<'messages' | 'events', number>;
      await seedHistory(client, { days: 2 });
      const [before, healthy] = [await contents(client), await read()];
      expect(healthy.events).toBeGreaterThan(50);

      await silentValidator.raise(context);
      expect(await read()).toEqual({ messages: healthy.messages, events: 0 });
      await silentValidator.raise(context);

      await silentValidator.clear(context);
      expect(await contents(client)).toEqual(before);
      expect(await silentValidator.clear(context)).toBeUndefined();
      expect(asked).toEqual(['stop simulator', 'stop simulator', 'start simulator', 'start simulator']);
    }));

  it('low-success works on an empty table, too', () =>
    ownSchema('none', async ({ client }) => {
      expect(await lowSuccess.raise(contextOf(client))).toContain('0.0 % (0 of 5 chains)');
      expect(await lowSuccess.clear(contextOf(client))).toContain('not defined');
    }));
});

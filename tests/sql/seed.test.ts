import { Client } from 'pg';
import { CHAT_PREFIX } from '../../demo/simulator/plan/chat';
import { createGenerationPlan } from '../../demo/simulator/generation/plan/generationPlan';
import { createPlan, DEFAULT_PLAN } from '../../demo/simulator/plan/plan';
import { DAY, HOUR, MINUTE } from '../../demo/simulator/plan/time';
import { seedHistory } from '../../demo/simulator/seed';
import { simulate } from '../../demo/simulator/simulate';
import { content } from '../../demo/simulator/texts/content';
import { eventsBetween, truthAt, type Truth } from '../../demo/simulator/truth';
import { until } from '../../demo/servers/until';
import { DEFAULT_SETTINGS } from '../../src/catalog/settings/defaults';
import { repairEvents } from '../../src/catalog/systems/validation/queries/repairEvents';
import { requestSummary } from '../../src/catalog/systems/validation/queries/requestSummary';
import { instants, PARAMETERS, summaryBySql } from './chainRows';
import { ownSchema } from './ownSchema';

const NOW = Date.UTC(2026, 5, 11, 9, 17, 3, 141);
const DAYS = 2;
const plan = createPlan();

const seed = (client: Client, now: number) => seedHistory(client, { now: new Date(now), days: DAYS });

async function countRows(client: Client): Promise<number> {
  const { rows } = await client.query<{ count: string }>('SELECT count(*) FROM messages');
  return Number(rows[0]?.count);
}

/** What the catalog's queries find, in the words of the truth. */
async function found(client: Client, at: number): Promise<Truth> {
  const { rows } = await client.query<Record<'attempts' | 'successes' | 'trips' | 'unknown_attempts', number>>(
    repairEvents(DEFAULT_SETTINGS).sql(PARAMETERS),
    instants({ from: at - HOUR, to: at })
  );
  const requests = await client.query<Truth['requests']>(
    requestSummary(DEFAULT_SETTINGS).sql(PARAMETERS),
    instants({ from: at - DAY, to: at })
  );
  const { attempts = NaN, successes = NaN, trips = NaN, unknown_attempts: unknown = NaN } = rows[0] ?? {};
  const [summary] = await summaryBySql(client, DEFAULT_SETTINGS, { from: at - DAY, to: at });
  const {
    fixed = NaN,
    gave_up = NaN,
    abandoned = NaN,
    open = NaN,
    longest_named = NaN,
    longest_unnamed = NaN,
  } = summary ?? {};
  return {
    chains: { fixed, gave_up, abandoned, open },
    longest: { named: longest_named, unnamed: longest_unnamed },
    successRate: fixed / (fixed + gave_up + abandoned),
    lastHour: { attempts, successes, trips, unknown },
    requests: requests.rows[0] ?? { completed: NaN, replaced: NaN, unanswered: NaN, open: NaN },
  };
}

describe('the seeded history', () => {
  it('is what the catalog then finds in it, at many instants', () =>
    ownSchema('seed', async ({ client }) => {
      await seed(client, NOW);
      const instants = Array.from({ length: 12 }, (_, i) => NOW - i * 53 * MINUTE);
      // Where chains end to the millisecond.
      const edges = plan
        .chains(NOW - HOUR, NOW)
        .map(({ endedAt }) => endedAt)
        .filter((at) => at < NOW)
        .slice(0, 5)
        .flatMap((at) => [at, at + 1]);

      for (const at of [...instants, ...edges]) {
        expect({ at, ...(await found(client, at)) }).toEqual({ at, ...truthAt(plan, at) });
      }
    }));

  it('had its troubles long ago, as the plan of troubled times means them, and none in its last days', () =>
    ownSchema('troubles', async ({ client }) => {
      await seedHistory(client, { now: new Date(NOW), days: 12 });
      const old = createPlan({ ...DEFAULT_PLAN, troubledUntil: NOW - 3 * DAY });
      const events = async (from: number, to: number) =>
        (await client.query(repairEvents(DEFAULT_SETTINGS).sql(PARAMETERS), instants({ from, to }))).rows[0];
      const { unknown: unknown_attempts, ...planned } = eventsBetween(old, NOW - 12 * DAY, NOW - 3 * DAY);

      expect(planned.trips).toBeGreaterThan(0);
      expect(unknown_attempts).toBeGreaterThan(0);
      expect(await events(NOW - 12 * DAY, NOW - 3 * DAY)).toEqual({ ...planned, unknown_attempts });
      expect(await events(NOW - 2 * DAY, NOW)).toMatchObject({ trips: 0, unknown_attempts: 0 });
      expect(await found(client, NOW)).toEqual(truthAt(plan, NOW));
    }));

  it('is written once: a second start adds nothing, a later one the gap', () =>
    ownSchema('gap', async ({ client }) => {
      const from = NOW - DAYS * DAY;
      const first = await seed(client, NOW - 3 * HOUR);
      const again = await seed(client, NOW - 3 * HOUR);
      const later = await seed(client, NOW);

      expect(first).toEqual({ fresh: true, written: plan.messages(from - 3 * HOUR, NOW - 3 * HOUR).length });
      expect(again).toEqual({ fresh: false, written: 0 });
      expect(later).toEqual({ fresh: false, written: plan.messages(NOW - 3 * HOUR, NOW).length });
      expect(await countRows(client)).toBe(first.written + later.written);
      expect(await found(client, NOW)).toEqual(truthAt(plan, NOW));
    }));

  it('goes on where an interrupted start ended', () =>
    ownSchema('interrupted', async ({ client }) => {
      const stop = new Error('Ctrl-C');
      const interrupted = seedHistory(client, {
        now: new Date(NOW),
        days: DAYS,
        onProgress: ({ reached }) => {
          if (reached > NOW - DAY) {
            throw stop;
          }
        },
      });

      await expect(interrupted).rejects.toMatchObject({ cause: stop });
      await seed(client, NOW);
      expect(await countRows(client)).toBe(plan.messages(NOW - DAYS * DAY, NOW).length);
    }));

  it('is not doubled by two that write it at once', () =>
    ownSchema('twice', async ({ client, url }) => {
      const second = new Client({ connectionString: url });
      await second.connect();
      const results = await Promise.all([seed(client, NOW), seed(second, NOW)]).finally(() => second.end());

      const planned = plan.messages(NOW - DAYS * DAY, NOW).length;
      expect(results[0].written + results[1].written).toBe(planned);
      expect(await countRows(client)).toBe(planned);
    }));

  it('keeps every text as it is, hostile ones too', () =>
    ownSchema('texts', async ({ client }) => {
      await seed(client, NOW);
      const { rows } = await client.query<{ chat_id: string; content: string; scene_name: string | null; at: Date }>(
        'SELECT chat_id, content, scene_name, created_at AS at FROM messages ORDER BY id'
      );

      expect(rows.map((row) => [row.chat_id, row.scene_name, row.at.getTime(), row.content])).toEqual(
        plan
          .messages(NOW - DAYS * DAY, NOW)
          .map((message) => [message.chat, message.scene, message.at, content(DEFAULT_PLAN.seedNumber, message)])
      );
    }));

  it('stays out of a table with the messages of others', () =>
    ownSchema('foreign', async ({ client }) => {
      await client.query(`INSERT INTO messages (chat_id, role, content) VALUES ('customer-7', 'user', 'make a logo')`);

      await expect(seed(client, NOW)).rejects.toThrow('not of the demo');
      expect(await countRows(client)).toBe(1);
    }));

  it('says what is missing when there is no table', () =>
    ownSchema('nothing', async ({ client }) => {
      await client.query('DROP TABLE messages');

      await expect(seed(client, NOW)).rejects.toThrow(/table messages .* "messages" does not exist/);
    }));
});

describe('the live simulator', () => {
  it('writes what its time has come for, survives the loss of its connection, and ends when told', () =>
    ownSchema('live', async ({ client, url }) => {
      const started = Date.now();
      // The history ends a minute ago, as after a pause.
      await seedHistory(client, { days: DAYS, now: new Date(started - MINUTE) });
      const stop = new AbortController();
      const log: string[] = [];
      let ready = false;
      const simulation = simulate({
        databaseUrl: url,
        plan,
        generations: createGenerationPlan(),
        signal: stop.signal,
        log: (line) => log.push(line),
        onReady: () => (ready = true),
        every: 50,
      });

      await until(() => ready, { what: 'the simulator is up to date', timeoutMs: 20_000 });
      await client.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE application_name = 'genwatch-simulator' AND datname = current_database()`
      );
      await until(() => log.length === 2, { what: 'it is back', timeoutMs: 20_000 });
      stop.abort();
      await simulation;

      expect(log).toEqual([expect.stringMatching(/Lost the database.*terminat/), expect.stringContaining('back')]);
      const { rows } = await client.query<{ newest: Date }>('SELECT max(created_at) AS newest FROM messages');
      const newest = rows[0]?.newest.getTime() ?? NaN;
      expect(newest).toBeLessThanOrEqual(Date.now());
      const from = started - MINUTE - DAYS * DAY;
      expect(await countRows(client)).toBe(plan.messages(from, newest + 1).length);
      // Everything that was due when it began is there.
      expect(newest).toBeGreaterThanOrEqual(plan.messages(from, started).at(-1)?.at ?? NaN);
    }));

  it('marks its rows, so that nobody takes them for real ones', () =>
    ownSchema('marks', async ({ client }) => {
      await seed(client, NOW);
      const { rows } = await client.query('SELECT FROM messages WHERE NOT starts_with(chat_id, $1)', [CHAT_PREFIX]);

      expect(rows).toHaveLength(0);
    }));
});

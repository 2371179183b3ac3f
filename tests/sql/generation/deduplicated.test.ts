import { type Client } from 'pg';

import { buildCatalog } from '../../../src/catalog/catalog';
import { DEFAULT_SETTINGS } from '../../../src/catalog/settings/defaults';
import { type Settings } from '../../../src/catalog/settings/settings';
import { SYSTEMS } from '../../../src/catalog/systems';
import { schemaScript } from '../../../tools/sql/schema';
import { tablesOf } from '../../../tools/sql/emitSql';
import { threeStrikesScript } from '../../../tools/sql/threeStrikes/threeStrikesScript';
import { ownSchema } from '../ownSchema';

const { generation } = DEFAULT_SETTINGS;
const DEDUPLICATED: Settings = {
  ...DEFAULT_SETTINGS,
  generation: { ...generation, failures: { ...generation.failures, rows: 'deduplicated' } },
};
const catalog = buildCatalog(SYSTEMS, DEDUPLICATED);

/** The application's way, as the documents tell it: one row an error, its counter raised by UPDATE. */
const inCountingApplication = (name: string, work: (client: Client) => Promise<void>) =>
  ownSchema(name, async ({ client }) => {
    await client.query('DROP TABLE generation_failures');
    await client.query(schemaScript(tablesOf(catalog)));
    await client.query('CREATE UNIQUE INDEX ON generation_failures (error_type, error_message)');
    for (let run = 0; run < 2; run += 1) {
      await client.query(threeStrikesScript(catalog));
    }
    await work(client);
  });

const fail = (client: Client, type: string, message = 'x', at = 'now()') =>
  client.query(
    `INSERT INTO generation_failures (error_type, error_message, created_at, updated_at) VALUES ($1, $2, ${at}, ${at})
    ON CONFLICT (error_type, error_message) DO UPDATE SET occurrence_count = generation_failures.occurrence_count + 1, updated_at = ${at}`,
    [type, message]
  );

const rows = async (client: Client, sql: string) => (await client.query<Record<string, unknown>>(sql)).rows;

describe('an application that raises counters', () => {
  it('has its third strike counted though no row is inserted', () =>
    inCountingApplication('counters', async (client) => {
      await fail(client, 'TypeError');
      await fail(client, 'TypeError');
      expect(await rows(client, 'SELECT FROM auto_generated_tests')).toHaveLength(0);
      await fail(client, 'TypeError');
      expect(await rows(client, 'SELECT error_type, created_from_failure_id FROM auto_generated_tests')).toEqual([
        { error_type: 'TypeError', created_from_failure_id: '1' },
      ]);
      expect(await rows(client, 'SELECT occurrence_count, test_generated FROM generation_failures')).toEqual([
        { occurrence_count: 3, test_generated: true },
      ]);
      expect(await rows(client, 'SELECT occurrence_count::int FROM generation_failure_occurrences')).toEqual([
        { occurrence_count: 3 },
      ]);
      expect(await rows(client, 'SELECT FROM genwatch_strike_errors')).toHaveLength(0);
    }));

  it('has strikes of one type added up over its rows', () =>
    inCountingApplication('rows', async (client) => {
      await fail(client, 'TypeError', 'a');
      await fail(client, 'TypeError', 'b');
      await fail(client, 'TypeError', 'c');
      expect(await rows(client, 'SELECT FROM auto_generated_tests')).toHaveLength(1);
    }));

  it('has only what lies within the window counted, which its counter could not tell', () =>
    inCountingApplication('counted_window', async (client) => {
      for (const days of [20, 10, 0]) {
        await fail(client, 'TypeError', 'x', `now() - interval '${days} days'`);
      }
      expect(await rows(client, 'SELECT FROM auto_generated_tests')).toHaveLength(0);
      expect(
        await rows(
          client,
          `SELECT occurrence_count::int, round(extract(epoch FROM last_seen - first_seen) / 86400)::int AS days FROM generation_failure_occurrences`
        )
      ).toEqual([{ occurrence_count: 3, days: 20 }]);
    }));

  it('is counted by how much it raises, and not by what else it changes', () =>
    inCountingApplication('raised', async (client) => {
      await fail(client, 'TypeError');
      await client.query(`UPDATE generation_failures SET severity = 'critical'`);
      await client.query('UPDATE generation_failures SET occurrence_count = occurrence_count - 1');
      expect(await rows(client, 'SELECT FROM genwatch_failure_events')).toHaveLength(1);
      await client.query('UPDATE generation_failures SET occurrence_count = occurrence_count + 4');
      expect(await rows(client, 'SELECT FROM genwatch_failure_events')).toHaveLength(5);
      expect(await rows(client, 'SELECT FROM auto_generated_tests')).toHaveLength(1);
    }));

  it('is never failed by what goes wrong here', () =>
    inCountingApplication('counted_errors', async (client) => {
      await client.query('ALTER TABLE genwatch_failure_events RENAME TO mislaid');
      await fail(client, 'TypeError');
      await fail(client, 'TypeError');
      expect(await rows(client, 'SELECT occurrence_count FROM generation_failures')).toEqual([{ occurrence_count: 2 }]);
      expect(await rows(client, 'SELECT error_type FROM genwatch_strike_errors')).toHaveLength(2);
    }));
});

import { type Client } from 'pg';

import { buildCatalog } from '../../../src/catalog/catalog';
import { DEFAULT_SETTINGS } from '../../../src/catalog/settings/defaults';
import { type Settings } from '../../../src/catalog/settings/settings';
import { identifier } from '../../../src/catalog/sql/identifier';
import { SYSTEMS } from '../../../src/catalog/systems';
import { reviewRoleScript } from '../../../tools/sql/reviewRole';
import { roleScript } from '../../../tools/sql/role';
import { tablesOf } from '../../../tools/sql/emitSql';
import { threeStrikesScript } from '../../../tools/sql/threeStrikes/threeStrikesScript';
import { ownSchema } from '../ownSchema';

const { generation } = DEFAULT_SETTINGS;
const SCHEMA = `Gen App_${process.pid}`;

/** An application with names, keys and times of its own, and without the columns that only Genwatch knows. */
const FOREIGN: Settings = {
  ...DEFAULT_SETTINGS,
  zones: { ...DEFAULT_SETTINGS.zones, timestamps: 'Europe/Berlin' },
  generation: {
    ...generation,
    failures: {
      ...generation.failures,
      table: `${SCHEMA}.Failures$"`,
      columns: {
        ...generation.failures.columns,
        id: 'failureId',
        error_type: 'wanted',
        error_message: 'select',
        failure_category: 'raw$kind',
        created_at: 'createdAt',
        test_generated: 'hasTest',
      },
      timestamps: 'timestamp',
    },
    tests: {
      ...generation.tests,
      table: `${SCHEMA}.tests%s`,
      columns: { ...generation.tests.columns, id: 'testId', status: 'made', reviewed_at: 'at' },
      timestamps: 'timestamp',
    },
    runs: { ...generation.runs, table: `${SCHEMA}.Runs`, columns: { ...generation.runs.columns, version: 'passed?' } },
  },
};
const FAILURES = `${identifier(SCHEMA)}.U&"Failures\\0024"""`;
const TESTS = `${identifier(SCHEMA)}."tests%s"`;

const inForeignLayout = (name: string, work: (client: Client) => Promise<void>) =>
  ownSchema(name, async ({ client }) => {
    await client.query(
      `CREATE SCHEMA ${identifier(SCHEMA)};
      CREATE TABLE ${FAILURES} ("failureId" uuid PRIMARY KEY DEFAULT gen_random_uuid(), "wanted" varchar(100), "select" text,
        user_id uuid, project_id uuid, "createdAt" timestamp NOT NULL DEFAULT (now() AT TIME ZONE 'Europe/Berlin'));
      CREATE TABLE ${TESTS} ("testId" uuid PRIMARY KEY DEFAULT gen_random_uuid(), error_type varchar(100))`
    );
    try {
      await client.query(`SET TimeZone = 'America/New_York'`);
      const catalog = buildCatalog(SYSTEMS, FOREIGN);
      for (let run = 0; run < 2; run += 1) {
        await client.query(threeStrikesScript(catalog));
        await client.query(reviewRoleScript(catalog));
      }
      await work(client);
    } finally {
      await client.query(`DROP SCHEMA ${identifier(SCHEMA)} CASCADE`);
    }
  });

describe('names of the application', () => {
  it('uuid keys, wall clocks, another schema and missing columns are no hindrance', () =>
    inForeignLayout('foreign', async (client) => {
      const fail = (at: string) =>
        client.query(
          `INSERT INTO ${FAILURES} ("wanted", "select", "createdAt") VALUES ('TypeError', 'Request timed out', $1)`,
          [at]
        );
      await fail('2026-03-28 12:00');
      await fail('2026-03-27 12:00');
      // Seven days by the wall clock, but clocks went forward: an hour less.
      await fail('2026-04-03 13:00');
      const { rows } = await client.query(
        `SELECT "made", test_body, (SELECT array_agg(DISTINCT "hasTest"::text || U&"raw\\0024kind" || severity) FROM ${FAILURES}) AS marked FROM ${TESTS}`
      );
      expect(rows).toMatchObject([{ made: 'proposed', marked: ['trueai_timeouthigh'] }]);
      expect(await errors(client)).toEqual([]);

      const { rows: ran } = await client.query(
        `SELECT ${identifier(SCHEMA)}.record_test_run("testId", true, 'v1') > 0 AS counted FROM ${TESTS}`
      );
      expect(ran).toEqual([{ counted: true }]);
      const { rows: seen } = await client.query(
        `SELECT occurrence_count::int, users::int, first_seen FROM ${identifier(SCHEMA)}.generation_failure_occurrences`
      );
      expect(seen).toEqual([{ occurrence_count: 3, users: 0, first_seen: new Date('2026-03-27T11:00:00Z') }]);
    }));

  it('serves the reviewers and the readers', () =>
    inForeignLayout('foreign_roles', async (client) => {
      const ours = {
        ...buildCatalog(SYSTEMS, FOREIGN),
        systems: buildCatalog(SYSTEMS, FOREIGN).systems.filter(({ id }) => id === 'generation'),
      };
      await client.query('CREATE TABLE IF NOT EXISTS generation_analytics (id int)');
      await client.query(roleScript(tablesOf(ours)));
      await client.query(
        `INSERT INTO ${FAILURES} ("wanted", "select") SELECT 'TypeError', 'x' FROM generate_series(1, 3)`
      );
      await client.query('SET ROLE genwatch_reviewer');
      await client.query(`UPDATE ${TESTS} SET "made" = 'rejected', "at" = now()`);
      await client.query(
        `INSERT INTO ${identifier(SCHEMA)}.auto_generated_test_reviews (test_id, verdict, reason, reviewed_by, request_id)
        SELECT "testId", 'rejected', 'wrong', 'ann', gen_random_uuid() FROM ${TESTS}`
      );
      await client.query(`SELECT ${identifier(SCHEMA)}.genwatch_sweep_strikes()`);
      await client.query('SET ROLE genwatch_reader');
      await client.query(`SELECT count(*) FROM ${identifier(SCHEMA)}.auto_generated_test_reviews`);
      await client.query('RESET ROLE');
      // What failed before the rejection counts no more, on whatever wall clock it was told.
      await client.query(
        `INSERT INTO ${FAILURES} ("wanted", "select") SELECT 'TypeError', 'x' FROM generate_series(1, 2)`
      );
      const { rows } = await client.query(`SELECT "made" FROM ${TESTS}`);
      expect(rows).toEqual([{ made: 'rejected' }]);
    }));
});

describe('partitions', () => {
  it('are counted together', () =>
    ownSchema('partitions', async ({ client }) => {
      await client.query(
        `DROP TABLE generation_failures;
        ALTER TABLE auto_generated_tests ALTER created_from_failure_id TYPE uuid USING NULL;
        CREATE TABLE generation_failures (id uuid DEFAULT gen_random_uuid(), error_type text, error_message text, created_at timestamptz)
          PARTITION BY RANGE (created_at);
        CREATE TABLE old_failures PARTITION OF generation_failures FOR VALUES FROM (MINVALUE) TO ('2026-06-01');
        CREATE TABLE new_failures PARTITION OF generation_failures FOR VALUES FROM ('2026-06-01') TO (MAXVALUE)`
      );
      await client.query(threeStrikesScript(buildCatalog(SYSTEMS, DEFAULT_SETTINGS)));
      await client.query(
        `INSERT INTO generation_failures (error_type, error_message, created_at)
        SELECT 'TypeError', 'x', timestamptz '2026-05-31 00:00Z' + n * interval '1 day' FROM generate_series(0, 2) AS n`
      );
      const { rows } = await client.query(
        'SELECT count(*)::int AS tests, (SELECT count(*)::int FROM generation_failures WHERE test_generated) AS marked FROM auto_generated_tests'
      );
      expect(rows).toEqual([{ tests: 1, marked: 3 }]);
    }));
});

describe('the script', () => {
  it('without the tables, says what to do', () =>
    ownSchema('no_tables', async ({ client }) => {
      await client.query('DROP TABLE auto_generated_tests CASCADE');
      await expect(client.query(threeStrikesScript(buildCatalog(SYSTEMS, DEFAULT_SETTINGS)))).rejects.toMatchObject({
        message: expect.stringContaining('there is no table "auto_generated_tests"') as string,
        hint: expect.stringContaining('genwatch.config.yaml') as string,
      });
    }));
});

const errors = async (client: Client) =>
  (await client.query(`SELECT message FROM ${identifier(SCHEMA)}.genwatch_strike_errors`)).rows;

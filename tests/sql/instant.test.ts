import fc from 'fast-check';

import { isWithin, readInstant, type InstantColumn } from '../../src/catalog/sql/instant';
import { rolledBack } from './rolledBack';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Zones and days on which their clocks changed: by an hour, by half an hour, by two hours, by a day. */
const CHANGES = [
  ['UTC', '2026-03-29'],
  ['Europe/Berlin', '2026-03-29'],
  ['Europe/Berlin', '2026-10-25'],
  ['Australia/Lord_Howe', '2026-04-05'],
  ['Antarctica/Troll', '2026-10-25'],
  ['Pacific/Apia', '2011-12-30'],
] as const;

describe.each(CHANGES)('a wall clock in %s on %s', (zone, day) => {
  const column: InstantColumn = { column: 'At', type: 'timestamp', zone };
  const noon = Date.parse(`${day}T12:00:00Z`);

  it('is within a range exactly when the instant it is read as is', () =>
    rolledBack(async (client) => {
      await client.query(`CREATE TEMPORARY TABLE clock ("At" timestamp)`);
      await client.query(
        `INSERT INTO clock SELECT generate_series(timestamp '${day}' - interval '1 day', timestamp '${day}' + interval '2 days', interval '10 minutes')`
      );
      const range = { from: '$1::timestamptz', to: '$2::timestamptz' };
      const read = readInstant(column);
      const minutes = fc.integer({ min: -36 * 6, max: 36 * 6 }).map((tens) => noon + tens * 10 * MINUTE);
      await fc.assert(
        fc.asyncProperty(minutes, fc.integer({ min: 0, max: DAY / MINUTE }), async (from, length) => {
          const { rows } = await client.query<{ lost: string; strangers: string }>(
            `SELECT count(*) FILTER (WHERE inside AND NOT found) AS lost, count(*) FILTER (WHERE found AND NOT inside) AS strangers
            FROM (SELECT ${read} >= ${range.from} AND ${read} < ${range.to} AS inside, ${isWithin(column, range)} AS found FROM clock) AS judged`,
            [from, from + length * MINUTE].map((instant) => new Date(instant).toISOString())
          );
          expect(rows).toEqual([{ lost: '0', strangers: '0' }]);
        }),
        { numRuns: 60 }
      );
    }, 'America/New_York'));
});

describe.each<InstantColumn>([
  { column: 'At', type: 'timestamptz', zone: 'UTC' },
  { column: 'At', type: 'timestamp', zone: 'UTC' },
  { column: 'At', type: 'timestamp', zone: 'Europe/Berlin' },
])('a $type column read in $zone', (column) => {
  it('is found by its index', () =>
    rolledBack(async (client) => {
      await client.query(
        `CREATE TEMPORARY TABLE clock ("At" ${column.type} NOT NULL); CREATE INDEX clock_at ON clock ("At")`
      );
      await client.query(
        `INSERT INTO clock SELECT now() - n * interval '1 minute' FROM generate_series(1, 20000) AS n; ANALYZE clock`
      );
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(
        `EXPLAIN SELECT count(*) FROM clock WHERE ${isWithin(column, { from: "now() - interval '1 hour'", to: 'now()' })}`
      );
      expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toMatch(/Index.* clock_at/);
    }));
});

import { LOGS_LAST } from '../../demo/simulator/catchUp';
import { validationsBetween } from '../../demo/simulator/application/validations';
import { createPlan } from '../../demo/simulator/plan/plan';
import { DAY, HOUR } from '../../demo/simulator/plan/time';
import { seedHistory } from '../../demo/simulator/seed';
import { DEFAULT_SETTINGS } from '../../src/catalog/settings/defaults';
import { documentedValidationLogs } from '../../src/catalog/systems/validation/queries/documented/validationLogs';
import { validationLogs } from '../../src/catalog/systems/validation/queries/validationLogs';
import { ownSchema } from './ownSchema';

const NOW = Date.UTC(2026, 5, 11, 9, 17, 3, 141);
const MIB = 1024 ** 2;
const instant = (at: number) => `'${new Date(at).toISOString()}'`;
const numbers = (rows: ReadonlyArray<Record<string, unknown>>, column: string) =>
  rows.flatMap((row) => (row[column] === null ? [] : [Number(row[column])])).sort((a, b) => a - b);
const ascending = (list: readonly number[]) => [...list].sort((a, b) => a - b);

describe('the log of the simulated application', () => {
  it('is read back as what the application meant: durations, fixes and heap', () =>
    ownSchema('logs', async ({ client }) => {
      await seedHistory(client, { now: new Date(NOW), days: 1 });
      // Whole hours inside, so that no validation begins before the range and ends in it.
      const [from, to] = [NOW - 20 * HOUR, NOW - HOUR];
      const { rows } = await client.query<Record<string, unknown>>(
        validationLogs(DEFAULT_SETTINGS).sql({ from: instant(from), to: instant(to), limit: '100000' })
      );
      const meant = validationsBetween(createPlan(), from, to);
      expect(numbers(rows, 'duration_ms')).toEqual(ascending(meant.map(({ durationMs }) => durationMs)));
      expect(numbers(rows, 'fixes')).toEqual(ascending(meant.map(({ fixes }) => fixes)));
      expect(numbers(rows, 'slow_ms')).toEqual(
        ascending(meant.map(({ durationMs }) => durationMs).filter((one) => one > 200))
      );
      expect(numbers(rows, 'heap_after_mb')).toEqual(
        ascending(meant.map(({ heapAfter }) => Math.round(heapAfter / MIB)))
      );
      expect(numbers(rows, 'heap_before_mb').length).toBeGreaterThan(meant.length - 5);
      expect(meant.length).toBeGreaterThan(1_000);
      const documented = await client.query(
        documentedValidationLogs(DEFAULT_SETTINGS).sql({ from: '', to: '', limit: '' })
      );
      expect(documented.rows).toHaveLength(100);
    }));

  it('goes back for a few days only, and goes on with the messages', () =>
    ownSchema('logs_kept', async ({ client }) => {
      const count = async () => Number((await client.query('SELECT count(*) FROM logs')).rows[0]?.count);
      await seedHistory(client, { now: new Date(NOW - HOUR), days: 5 });
      const { rows } = await client.query<{ first: Date }>('SELECT min(created_at) AS first FROM logs');
      expect(NOW - HOUR - Number(rows[0]?.first)).toBeLessThan(LOGS_LAST + HOUR);
      const before = await count();
      await seedHistory(client, { now: new Date(NOW - HOUR), days: 5 });
      expect(await count()).toBe(before);
      await seedHistory(client, { now: new Date(NOW), days: 5 });
      const added = (await count()) - before;
      expect(added).toBeGreaterThan(3 * 60);
      expect(added).toBeLessThan((before / (LOGS_LAST / DAY)) * 0.5);
    }));
});

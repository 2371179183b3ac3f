import { DEFAULT_SETTINGS } from '../../src/catalog/settings/defaults';
import { validationLogs } from '../../src/catalog/systems/validation/queries/validationLogs';
import { makeTable, PLAIN } from './layout';
import { rolledBack } from './rolledBack';

const RANGE = { from: "'2026-06-10T12:00:00Z'", to: "'2026-06-10T13:00:00Z'", limit: '100' };
const NOTHING = {
  duration_ms: null,
  fixes: null,
  slow_ms: null,
  heap_before_mb: null,
  heap_after_mb: null,
  high_heap_mb: null,
};

/** What the query says of one line a minute, the first at noon; in the order of the lines. */
const told = (...lines: Array<string | null>) =>
  rolledBack(async (client) => {
    await makeTable(client, PLAIN);
    await client.query(
      `INSERT INTO logs SELECT message, timestamptz '2026-06-10T12:00:00Z' + (position - 1) * interval '1 minute'
      FROM unnest($1::text[]) WITH ORDINALITY AS line (message, position)`,
      [lines]
    );
    const { rows } = await client.query(validationLogs(DEFAULT_SETTINGS).sql(RANGE));
    return rows.reverse().map(({ logged_at: _, ...rest }) => rest);
  });

describe('the log of the validator', () => {
  it('says durations, fixes and heap by the documented formats', async () => {
    expect(
      await told(
        '[VALIDATION PERFORMANCE] Duration: 12.50ms, Fixes: 3',
        '[VALIDATION PERFORMANCE] Slow validation: 212.04ms',
        '[MEMORY] Before validation: 120MB heap',
        '2026-06-10 info: [MEMORY] After validation: 131MB heap',
        '[MEMORY WARNING] High heap usage: 512MB'
      )
    ).toEqual([
      { ...NOTHING, duration_ms: 12.5, fixes: 3 },
      { ...NOTHING, slow_ms: 212.04 },
      { ...NOTHING, heap_before_mb: 120 },
      { ...NOTHING, heap_after_mb: 131 },
      { ...NOTHING, high_heap_mb: 512 },
    ]);
  });

  it('leaves out every other line, and numbers that nothing can hold', async () => {
    expect(
      await told(
        null,
        '',
        'Duration: 12.50ms, Fixes: 3',
        '[VALIDATION PERFORMANCE] Duration: NaNms, Fixes: 3',
        '[VALIDATION PERFORMANCE] Duration: 1.00ms, Fixes: 99999999999',
        '[MEMORY] Before lunch: 120MB heap'
      )
    ).toEqual([]);
  });

  it('is read in the range, which excludes its end', async () => {
    const line = '[MEMORY] After validation: 1MB heap';
    expect(await told(...Array.from({ length: 62 }, () => line))).toHaveLength(60);
  });
});

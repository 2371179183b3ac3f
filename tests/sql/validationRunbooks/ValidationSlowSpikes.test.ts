import { writeLogs } from '../../../demo/simulator/application/writeLogs';
import { answer, DAY_MS, onTable, times } from '../runbookAnswers';

describe('ValidationSlowSpikes', () => {
  it('shows the minute with the slow validations first', async () => {
    const minute = Math.floor(Date.now() / 60_000) * 60_000 - 10 * 60_000;
    const one = (at: number, durationMs: number, fixes: number) => ({
      at,
      durationMs,
      fixes,
      heapBefore: 1,
      heapAfter: 1,
    });
    const [first, second] = await onTable(async (client) => {
      await writeLogs(client, [
        ...times(9, (i) => one(minute + i, 40, 0)),
        one(minute + 60_000, 40.5, 1),
        one(minute + 60_001, 412.25, 4),
        one(minute - DAY_MS, 900, 9),
      ]);
      return answer(
        client,
        'ValidationSlowSpikes',
        '2. Read the slow validations in the log, and what was validated then'
      );
    });
    expect(first).toMatchObject({ validations: 2, slow: 1, longest_ms: 412.25, most_fixes: 4 });
    expect(second).toMatchObject({ validations: 9, slow: 0, longest_ms: 40, most_fixes: 0 });
  });
});

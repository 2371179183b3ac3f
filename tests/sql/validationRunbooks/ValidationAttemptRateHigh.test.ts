import { ask, type Said, times } from '../runbookAnswers';

describe('ValidationAttemptRateHigh', () => {
  const RUNBOOK = 'ValidationAttemptRateHigh';
  const attempts = (count: number, minutesAgo: number, error = 'x is not defined', chat = 'a'): Said[] =>
    times(count, () => ({ chat, minutesAgo, text: `Fixing intro: ${error}` }));
  const asked = (count: number, minutesAgo: number): Said[] =>
    times(count, () => ({ chat: 'a', minutesAgo, role: 'user', text: 'make it red' }));

  it('tells more to repair from more traffic', async () => {
    const rows = await ask(
      [...asked(10, 180), ...attempts(3, 180), ...asked(10, 60), ...attempts(9, 60)],
      RUNBOOK,
      '1. See whether there is more traffic or more to repair in it'
    );
    expect(rows.map(({ requests, attempts: tried, percent }) => [requests, tried, percent])).toEqual([
      [10, 3, 30],
      [10, 9, 90],
    ]);
  });

  it('shows the chat that makes most of them', async () => {
    const [first] = await ask(
      [...attempts(30, 5, 'bad', 'script'), ...times(10, (i) => attempts(1, 5, 'bad', String(i)))],
      RUNBOOK,
      '2. Find the chats with the most attempts'
    );
    expect(first).toEqual({ chat_id: 'script', attempts: 30, scenes: 1, percent: 75 });
  });

  it('shows the error that is far above what is usual', async () => {
    const rows = await ask(
      [...attempts(24, 120), ...attempts(30, 5, 'imports'), ...attempts(1, 5)],
      RUNBOOK,
      '3. Compare the error patterns of the hour with those of the day before'
    );
    expect(rows).toEqual([
      { pattern: 'Missing Imports', last_hour: 30, usual: 0 },
      { pattern: 'X Variable Bug', last_hour: 1, usual: 1 },
    ]);
  });
});

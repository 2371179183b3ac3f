import { ask, type Said, times } from '../runbookAnswers';

describe('ValidationAttemptSurge', () => {
  const RUNBOOK = 'ValidationAttemptSurge';
  const attempts = (count: number, minutesAgo: number, error = 'x is not defined', chat = 'a'): Said[] =>
    times(count, () => ({ chat, minutesAgo, text: `Fixing intro: ${error}` }));

  it('tells the last hour from a mean hour of the day before', async () => {
    const asked = times(24, (i): Said => ({ chat: 'a', minutesAgo: 65 + i * 60, role: 'user', text: 'make it' }));
    const rows = await ask(
      [...asked, ...attempts(48, 300), ...attempts(9, 5)],
      RUNBOOK,
      '1. See whether there is more traffic or more to repair in it'
    );
    expect(rows).toEqual([
      { stretch: 'last hour', requests: 0, attempts: 9 },
      { stretch: 'day before', requests: 1, attempts: 2 },
    ]);
  });

  it('shows the same hour of the days before, and no other', async () => {
    const day = 24 * 60;
    const rows = await ask(
      [...attempts(9, 5), ...attempts(50, 90), ...attempts(3, day + 5), ...attempts(2, 7 * day + 30)],
      RUNBOOK,
      '2. Compare the hour with the same hour of the days before'
    );
    expect(rows).toEqual([
      { days_ago: 0, attempts: 9 },
      { days_ago: 1, attempts: 3 },
      { days_ago: 7, attempts: 2 },
    ]);
  });

  it('shows the error that most of them have, and in how many chats', async () => {
    const [first] = await ask(
      [...times(6, (i) => attempts(2, 5, 'imports', String(i))), ...attempts(3, 5)],
      RUNBOOK,
      '3. Find the error pattern and the chats that grew'
    );
    expect(first).toEqual({ error: 'imports', attempts: 12, chats: 6 });
  });
});

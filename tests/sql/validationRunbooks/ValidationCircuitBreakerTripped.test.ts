import { ask, type Said, times } from '../runbookAnswers';

describe('ValidationCircuitBreakerTripped', () => {
  const RUNBOOK = 'ValidationCircuitBreakerTripped';
  const COUNT = '1. See how many chats and scenes the trips hit';
  const ERRORS = '2. Compare the errors before the trips: one for all is a systemic issue';
  const tripped = (chat: string, error: string, minutesAgo = 10): Said[] => [
    { chat, minutesAgo, text: `Fixing intro: ${error}` },
    { chat, minutesAgo, text: 'Circuit breaker open for intro' },
  ];

  it('tells one chat from many', async () => {
    const one = await ask(
      times(5, () => tripped('a', 'bad')),
      RUNBOOK,
      COUNT
    );
    expect(one).toMatchObject([{ trips: 5, chats: 1, scenes: 1 }]);
    const many = await ask(
      times(5, (i) => tripped(String(i), 'bad')),
      RUNBOOK,
      COUNT
    );
    expect(many).toMatchObject([{ trips: 5, chats: 5, scenes: 5 }]);
  });

  it('shows one error for all trips whatever its numbers, and trips without an attempt', async () => {
    const found = await ask(
      [
        ...times(5, (i) => tripped(String(i), `Unterminated template (${i}:0)`)),
        { chat: 'odd', minutesAgo: 4, text: 'The circuit breaker was reset' },
      ],
      RUNBOOK,
      ERRORS
    );
    expect(found).toEqual([
      { error: 'Unterminated template (0:0)', trips: 5, chats: 5 },
      { error: null, trips: 1, chats: 1 },
    ]);
  });
});

import { ask, type Said, times } from '../runbookAnswers';

describe('ValidationNewErrorPattern', () => {
  const RUNBOOK = 'ValidationNewErrorPattern';
  const attempt = (chat: string, error: string, minutesAgo = 10): Said => ({
    chat,
    minutesAgo,
    text: `Fixing intro: ${error}`,
  });

  it('lists exactly the errors that no pattern of the catalog knows', async () => {
    const found = await ask(
      [
        ...times(3, (i) => attempt(String(i), `Unexpected token (${i}:4)`)),
        ...times(3, () => attempt('b', 'Maximum depth')),
        attempt('c', 'x is not defined'),
        attempt('c', 'spring without fps'),
        attempt('c', 'Old', 25 * 60),
      ],
      RUNBOOK,
      '1. Read the unknown errors and in how many chats they are'
    );
    expect(found).toMatchObject([
      { error: 'Maximum depth', attempts: 3, chats: 1 },
      { error: 'Unexpected token (0:0)', attempts: 3, chats: 3 },
    ]);
  });

  it('tells what followed them', async () => {
    const found = await ask(
      [
        attempt('a', 'new', 9),
        { chat: 'a', minutesAgo: 8, text: 'Fixed issues in intro' },
        attempt('b', 'new', 9),
        attempt('b', 'new', 8),
        { chat: 'b', minutesAgo: 7, text: 'Giving up on intro' },
        attempt('c', 'new', 9),
        attempt('d', 'x is not defined', 9),
      ],
      RUNBOOK,
      '2. See whether the repair can mend them all the same'
    );
    expect(found.map(({ followed_by, attempts }) => [followed_by, attempts])).toEqual([
      ['another attempt', 1],
      ['fixed', 1],
      ['given up', 1],
      ['nothing', 1],
    ]);
  });
});

import { ask, type Said, times } from '../runbookAnswers';

describe('ValidationGenerationSuccessLow', () => {
  const RUNBOOK = 'ValidationGenerationSuccessLow';
  const asked = (chat: string, minutesAgo: number): Said => ({ chat, minutesAgo, role: 'user', text: 'make it red' });
  const made = (chat: string, minutesAgo: number): Said => ({ chat, minutesAgo, text: 'Scene completed' });

  it('tells requests that were made again from those in vain', async () => {
    const rows = await ask(
      [
        ...times(3, (i) => [asked(`fine-${i}`, 200), made(`fine-${i}`, 198)]),
        ...times(2, (i) => [asked(`again-${i}`, 300), asked(`again-${i}`, 290), made(`again-${i}`, 280)]),
        asked('vain', 400),
        made('vain', 340),
      ],
      RUNBOOK,
      '1. See whether users ask again too soon or wait in vain'
    );
    expect(rows.map(({ outcome, requests, chats }) => [outcome, requests, chats])).toEqual([
      ['completed', 5, 5],
      ['replaced', 2, 2],
      ['unanswered', 1, 1],
    ]);
  });

  it('shows the hour from which scenes stay away', async () => {
    const rows = await ask(
      times(4, (i) => [asked(`a-${i}`, i * 60), ...(i > 1 ? [made(`a-${i}`, i * 60)] : [])]),
      RUNBOOK,
      '2. Find the hour from which scenes stayed away, and what was deployed then'
    );
    expect(rows.map(({ requests, scenes }) => [requests, scenes])).toEqual([
      [1, 1],
      [1, 1],
      [1, 0],
      [1, 0],
    ]);
  });

  it('shows the chat that asks and asks', async () => {
    const [first] = await ask(
      [...times(9, (i) => asked('script', i)), asked('fine', 20), made('fine', 19)],
      RUNBOOK,
      '3. Check whether one chat or one scene makes most of it'
    );
    expect(first).toEqual({ chat_id: 'script', requests: 9, scenes: 0 });
  });
});

import { ask, type Said, times } from '../runbookAnswers';

describe('ValidationEventsMissing', () => {
  const RUNBOOK = 'ValidationEventsMissing';

  it('shows the words that went and those that came', async () => {
    const rows = await ask(
      times(5, (i): Said[] => [
        { chat: 'a', minutesAgo: 400 + i, text: 'Fixing intro: x is not defined' },
        { chat: 'a', minutesAgo: 10 + i, text: 'Mending intro: x is not defined' },
        { chat: 'a', minutesAgo: 400 + i, text: 'Scene completed' },
        { chat: 'a', minutesAgo: 10 + i, text: 'Scene completed' },
      ]),
      RUNBOOK,
      '1. Read what the assistant says now where it told of repairs before'
    );
    expect(rows).toEqual([
      { begins: 'Fixing intro', now: 0, before: 5 },
      { begins: 'Mending intr', now: 5, before: 0 },
      { begins: 'Scene comple', now: 5, before: 5 },
    ]);
  });

  it('shows the hour in which the events end', async () => {
    const rows = await ask(
      times(4, (i): Said[] => [
        { chat: 'a', minutesAgo: i * 60, role: 'user', text: 'Fixing it myself' },
        ...(i > 1 ? [{ chat: 'a', minutesAgo: i * 60, text: 'Fixing intro: x is not defined' }] : []),
      ]),
      RUNBOOK,
      '2. Check whether the validator runs'
    );
    expect(rows.map(({ messages, events }) => [messages, events])).toEqual([
      [2, 1],
      [2, 1],
      [1, 0],
      [1, 0],
    ]);
  });
});

import { ask, type Said, times } from '../runbookAnswers';

const HOURS = '1. Check what was deployed since the rate began to fall';
const PATTERNS = '2. Compare the error patterns of today with those of the week before';

describe('ValidationSuccessRateLow, by the hour', () => {
  /** Hours ago from 12 to 2, of 10 chains each; from 6 hours ago on it is `after`. */
  const day = (before: Ends, after: Ends) =>
    times(11, (i) => times(10, (chain) => hourly(12 - i, chain, 12 - i > 6 ? before : after)));
  type Ends = (chain: number) => string;
  const hourly = (hoursAgo: number, chain: number, ends: Ends): Said[] => {
    const chat = `${hoursAgo}-${chain}`;
    return [
      { chat, minutesAgo: hoursAgo * 60, text: 'Fixing intro: x is not defined' },
      { chat, minutesAgo: hoursAgo * 60, text: ends(chain) },
    ];
  };
  const mostly =
    (text: string, otherwise: string, share: number): Ends =>
    (chain) =>
      chain < share ? text : otherwise;
  const counts = async (messages: Said[]) =>
    (await ask(messages, 'ValidationSuccessRateLow', HOURS)).map(({ attempts, fixed, gave_up }) => [
      attempts,
      fixed,
      gave_up,
    ]);
  const usual = mostly('Fixed issues in intro', 'Giving up on intro', 9);

  it('shows a deployment as the hour from which fixed falls and gave_up grows', async () => {
    const rows = await counts(day(usual, mostly('Fixed issues in intro', 'Giving up on intro', 3)));
    expect(rows.slice(0, 5)).toEqual(times(5, () => [[10, 9, 1]]));
    expect(rows.slice(-5)).toEqual(times(5, () => [[10, 3, 7]]));
  });

  it('shows new words as the hour from which fixed is 0 and gave_up stays', async () => {
    const rows = await counts(day(usual, mostly('All good again: intro', 'Giving up on intro', 9)));
    expect(rows.slice(-5)).toEqual(times(5, () => [[10, 0, 1]]));
  });

  it('counts no message of anybody but the assistant', async () => {
    expect(
      await counts([{ chat: 'a', role: 'user', minutesAgo: 5, text: 'Fixing it: giving up, fixed issues' }])
    ).toEqual([]);
  });
});

describe('ValidationSuccessRateLow, error patterns', () => {
  const attempts = (count: number, daysAgo: number, error: string, chat: (i: number) => string): Said[] =>
    times(count, (i) => ({ chat: chat(i), minutesAgo: daysAgo * 1440 + 10 + i, text: `Fixing intro: ${error}` }));
  const week = times(7, (i) =>
    ['x is not defined', 'foo has already been declared'].flatMap((error) =>
      attempts(4, i + 1, error, (n) => `${i}-${n}`)
    )
  );
  const rowOf = async (today: Said[], pattern: string) =>
    (await ask([...week, ...today], 'ValidationSuccessRateLow', PATTERNS)).find((row) => row.pattern === pattern);
  const error = 'Unterminated template literal';

  it('shows a new error that hits everybody: far above usual, in many chats, with its text', async () => {
    const row = await rowOf(attempts(30, 0, error, String), 'Other');
    expect(row).toMatchObject({ today: 30, usual: 0, chats: 30, latest: `Fixing intro: ${error}` });
  });

  it('shows hostile input as the same in one chat', async () => {
    expect(
      await rowOf(
        attempts(30, 0, error, () => 'mallory'),
        'Other'
      )
    ).toMatchObject({ today: 30, usual: 0, chats: 1 });
  });

  it('shows the usual errors near their daily mean', async () => {
    expect(await rowOf(attempts(5, 0, 'x is not defined', String), 'X Variable Bug')).toMatchObject({
      today: 5,
      usual: 4,
    });
  });
});

describe('ValidationSuccessRateLow, generated code', () => {
  it('sets the attempts of a day against the requests of users, who alone request', async () => {
    const request: Said = { chat: 'a', minutesAgo: 0, role: 'user', text: 'Make it red, and add a title' };
    const days = await ask(
      [
        ...times(4, () => request),
        { ...request, text: 'Thanks' },
        { ...request, role: 'assistant' },
        { chat: 'a', minutesAgo: 0, text: 'Scene completed' },
        ...times(3, () => ({ chat: 'a', minutesAgo: 0, text: 'Fixing it' })),
      ],
      'ValidationSuccessRateLow',
      'Did the generated code change?'
    );
    expect(days).toMatchObject([{ requests: 4, completed: 1, attempts_per_100: 75 }]);
  });
});

describe('ValidationSuccessRateLow, a few chats?', () => {
  const trips = (count: number, chat: (i: number) => string, scene: (i: number) => string): Said[] =>
    times(count, (i) => ({ chat: chat(i), scene: scene(i), minutesAgo: 5 + i, text: 'Giving up on this scene' }));
  const everybody = trips(
    20,
    (i) => `chat-${i}`,
    () => 'intro'
  );
  const first = async (messages: Said[]) => (await ask(messages, 'ValidationSuccessRateLow', 'A few chats?'))[0];

  it('shows one scene that is tried over and over', async () => {
    const row = await first([
      ...everybody,
      ...trips(
        30,
        () => 'stuck',
        () => 'outro'
      ),
    ]);
    expect(row).toEqual({ chat_id: 'stuck', scenes: 1, gave_up: 30, percent: 60 });
  });

  it('shows a hostile chat by its many scenes', async () => {
    const row = await first([
      ...everybody,
      ...trips(
        30,
        () => 'mallory',
        (i) => `scene ${i}`
      ),
    ]);
    expect(row).toMatchObject({ chat_id: 'mallory', scenes: 30, percent: 60 });
  });

  it('shows no chat above a tenth when everybody is hit', async () => {
    expect(await first(everybody)).toMatchObject({ gave_up: 1, percent: 5 });
  });
});

describe('ValidationSuccessRateLow, who ends the chains?', () => {
  /** Twenty chains of two attempts, then what `after` makes of each. */
  const chains = (after: (chat: string, begin: number) => Said[], chatOf: (i: number) => string = String) =>
    times(20, (i) => {
      const chat = chatOf(i);
      const begin = 120 + 10 * i;
      return [
        { chat, minutesAgo: begin, text: 'Fixing intro: x is not defined' },
        { chat, minutesAgo: begin - 1, text: 'Fixing intro: x is not defined' },
        ...after(chat, begin - 2),
      ];
    });
  const rows = (messages: Said[]) => ask(messages, 'ValidationSuccessRateLow', 'Who ends the chains?');
  const goesOn = (chat: string, minutesAgo: number): Said => ({ chat, minutesAgo, role: 'user', text: 'never mind' });

  it('shows users who go on: ended by them, and the assistant said nothing else', async () => {
    expect(await rows(chains((chat, at) => [goesOn(chat, at)]))).toEqual([
      { ended_by: 'user', chains: 20, chats: 20, other_texts: 0, example: null },
    ]);
  });

  it('shows new words of the app: other texts at nearly every chain, with an example, and nothing fixed', async () => {
    const repaired = (chat: string, minutesAgo: number): Said => ({ chat, minutesAgo, text: 'All good again: intro' });
    const messages = chains((chat, at) => [repaired(chat, at), ...(Number(chat) % 2 ? [goesOn(chat, at - 1)] : [])]);
    const found = await rows(messages);
    expect(found.map(({ ended_by }) => ended_by).sort()).toEqual(['silence', 'user']);
    found.forEach((row) =>
      expect(row).toMatchObject({ chains: 10, other_texts: 10, example: 'All good again: intro' })
    );
  });

  it('shows repairs that die without a word', async () => {
    expect(await rows(chains(() => []))).toMatchObject([{ ended_by: 'silence', chains: 20, other_texts: 0 }]);
  });

  it('shows a script by many chains in few chats', async () => {
    expect(
      await rows(
        chains(
          (chat, at) => [goesOn(chat, at)],
          () => 'script'
        )
      )
    ).toMatchObject([{ ended_by: 'user', chains: 20, chats: 1 }]);
  });

  it('shows repairs that fail as given up, whatever was said in between', async () => {
    const failing = chains((chat, minutesAgo) => [
      { chat, minutesAgo, text: 'Working on intro' },
      { chat, minutesAgo: minutesAgo - 1, text: 'Circuit breaker open for intro' },
    ]);
    const fixed: Said[] = [
      { chat: 'good', minutesAgo: 30, text: 'Fixing intro: x is not defined' },
      { chat: 'good', minutesAgo: 29, text: 'Fixed issues in intro' },
    ];
    expect(await rows([...failing, ...fixed])).toMatchObject([
      { ended_by: 'gave up', chains: 20, chats: 20 },
      { ended_by: 'fixed', chains: 1, chats: 1 },
    ]);
  });
});

import { ask, loop, type Said, times } from '../runbookAnswers';

const FIND = '1. Find the chat and the scene in the list of offenders';
const STILL = '2. Stop the repair loop of that chat if it is still running';
const BREAKER = '3. Check why the circuit breaker did not end it';

describe('ValidationAttemptLimit, the offenders', () => {
  const list = (messages: Said[]) => ask(messages, 'ValidationAttemptLimit', FIND);

  it('are chains of more than three attempts, the longest first', async () => {
    const rows = await list([...loop(3, { chat: 'good' }), ...loop(4, { chat: 'bad' }), ...loop(9, { chat: 'worse' })]);
    expect(rows.map(({ chat_id, attempts }) => [chat_id, attempts])).toEqual([
      ['worse', 9],
      ['bad', 4],
    ]);
  });

  it('put scenes without a name last, for they raise no alert', async () => {
    const unnamed = loop(9, { chat: 'unnamed' }).map((said) => ({ ...said, scene: null }));
    const rows = await list([...unnamed, ...loop(4, { chat: 'bad' })]);
    expect(rows.map(({ chat_id, scene_name }) => [chat_id, scene_name])).toEqual([
      ['bad', 'intro'],
      ['unnamed', null],
    ]);
  });

  it('tell a loop that runs from one that died and one that a user left', async () => {
    const rows = await list([
      ...loop(7, { chat: 'runs' }),
      ...loop(6, { chat: 'died', lastAgo: 90 }),
      ...loop(5, { chat: 'left', lastAgo: 90 }),
      { chat: 'left', minutesAgo: 85, role: 'user', text: 'never mind' },
    ]);
    expect(rows.map(({ ended_by }) => ended_by)).toEqual(['nobody yet', 'silence', 'user']);
  });

  it('show a limit that was raised: the breaker ends every chain after the same number of attempts', async () => {
    const messages = times(3, (i) => {
      const chat = `chat-${i}`;
      return [...loop(5, { chat, lastAgo: 10 }), { chat, minutesAgo: 9, text: 'Giving up on intro' }];
    });
    expect((await list(messages)).map(({ ended_by, attempts }) => [ended_by, attempts])).toEqual(
      times(3, () => [['breaker', 5]])
    );
  });

  it('show two workers by attempts less than a second apart', async () => {
    const gap = async (messages: Said[]) => (await list(messages))[0]?.shortest_gap;
    const second = loop(3, { lastAgo: 1.005 });
    expect(await gap([...loop(3), ...second])).toMatchObject({ milliseconds: expect.closeTo(300, 0) });
    expect(await gap(loop(6))).toMatchObject({ minutes: 1 });
  });

  it('tell the same error every time, whatever numbers it holds, from a new one each time', async () => {
    const [same] = await list(loop(6, { error: (i) => `x is not defined (line ${i})` }));
    const [other] = await list(loop(6, { error: (i) => `${'abcdef'[i]} is not defined` }));
    expect([same?.error_texts, other?.error_texts]).toEqual([1, 6]);
  });
});

describe('ValidationAttemptLimit, one chat', () => {
  it('tells whether the loop still runs', async () => {
    const [row] = await ask(loop(6, { lastAgo: 20 }), 'ValidationAttemptLimit', STILL, 'loop');
    expect(row).toMatchObject({ attempts: 6, quiet_for: { minutes: 20 } });
  });

  const breaker = async (...messages: Said[]) =>
    (await ask([...loop(6, { lastAgo: 10 }), ...messages], 'ValidationAttemptLimit', BREAKER, 'loop')).map(
      ({ scene_name, role, trips, other_texts, latest_other }) => [scene_name, role, trips, other_texts, latest_other]
    );
  const trip = { chat: 'loop', minutesAgo: 12, text: 'Giving up on intro' };

  it('tells a breaker that never trips from one that does so too late', async () => {
    expect(await breaker()).toEqual([['intro', 'assistant', 0, 0, null]]);
    expect(await breaker(trip)).toEqual([['intro', 'assistant', 1, 0, null]]);
  });

  it('tells a breaker that trips in other words, and shows them', async () => {
    const text = 'Enough of intro, I stop here';
    expect(await breaker({ ...trip, text })).toEqual([['intro', 'assistant', 0, 1, text]]);
  });

  it.each([['outro'], [null]])('tells a breaker that ends another scene: %s', async (scene) => {
    expect(await breaker({ ...trip, scene })).toEqual([
      ['intro', 'assistant', 0, 0, null],
      [scene, 'assistant', 1, 0, null],
    ]);
  });

  it('tells a breaker that writes as somebody else', async () => {
    expect(await breaker({ ...trip, role: 'system' })).toEqual([
      ['intro', 'assistant', 0, 0, null],
      ['intro', 'system', 1, 0, null],
    ]);
  });

  it('leaves other chats and what users say aside', async () => {
    const others = [
      { ...trip, chat: 'another' },
      { ...trip, role: 'user' },
    ];
    expect(await breaker(...others)).toEqual([['intro', 'assistant', 0, 0, null]]);
  });
});

import { type Client } from 'pg';

import { DEFAULT_SETTINGS } from '../../src/catalog/settings/defaults';
import { type Settings } from '../../src/catalog/settings/settings';
import { validationThresholds } from '../../src/catalog/systems/validation/thresholds';
import { offenders } from '../../src/catalog/systems/validation/queries/offenders';
import { chainsBySql, instants, PARAMETERS, summaryBySql } from './chainRows';
import { insertMessages, LAYOUTS, makeTable, PLAIN, settingsOf, type Layout } from './layout';
import { type Message } from './message';
import { rolledBack } from './rolledBack';

const MINUTE = 60_000;
const NOON = Date.parse('2026-06-10T12:00:00Z');
const DAY = { from: NOON - 24 * 60 * MINUTE, to: NOON };
const NOTHING = { fixed: 0, gave_up: 0, abandoned: 0, open: 0, longest_named: 0, longest_unnamed: 0 };

/** A message so many minutes before noon; content says what it is. */
const at = (minutes: number, content: string | null, changes: Partial<Message> = {}): Omit<Message, 'id'> => ({
  chat: 'a',
  scene: 'intro',
  role: 'assistant',
  content,
  at: NOON - minutes * MINUTE,
  ...changes,
});
const attempt = (minutes: number, changes: Partial<Message> = {}) => at(minutes, 'Fixing it', changes);
const success = (minutes: number, changes: Partial<Message> = {}) => at(minutes, 'I fixed issues', changes);
const trip = (minutes: number, changes: Partial<Message> = {}) => at(minutes, 'Giving up', changes);
const user = (minutes: number, changes: Partial<Message> = {}) =>
  at(minutes, 'Fixing this, please', { role: 'user', ...changes });

/** Asks `question` of a table with these messages; ids follow the order in which they are written. */
function given<T>(
  messages: ReadonlyArray<Omit<Message, 'id'>>,
  question: (client: Client, settings: Settings) => Promise<T>,
  layout: Layout = PLAIN,
  changes: Partial<Settings['validation']> = {}
): Promise<T> {
  return rolledBack(async (client) => {
    await makeTable(client, layout);
    await insertMessages(
      client,
      layout,
      messages.map((message, i) => ({ ...message, id: i + 1 }))
    );
    return question(client, settingsOf(layout, changes));
  }, layout.sessionZone);
}

const chains = (messages: ReadonlyArray<Omit<Message, 'id'>>, range = DAY) =>
  given(messages, async (client, settings) => {
    const found = await chainsBySql(client, settings, range);
    return found
      .sort((a, b) => a.firstAttempt - b.firstAttempt || (a.scene ?? '').localeCompare(b.scene ?? ''))
      .map(({ scene, attempts, outcome, endedAt }) => [
        scene,
        attempts,
        outcome,
        endedAt === null ? null : (NOON - endedAt) / MINUTE,
      ]);
  });
const summary = (messages: ReadonlyArray<Omit<Message, 'id'>>, range = DAY) =>
  given(messages, async (client, settings) => (await summaryBySql(client, settings, range))[0]);

describe.each(LAYOUTS)('an empty table: $title', (layout) => {
  it('has no chains, and one row of zeros for a summary', async () => {
    const found = await given(
      [],
      async (client, settings) => [await chainsBySql(client, settings, DAY), await summaryBySql(client, settings, DAY)],
      layout
    );
    expect(found).toEqual([[], [NOTHING]]);
  });
});

describe('one row', () => {
  it('is a chain of one attempt, still open', async () => {
    expect(await chains([attempt(10)])).toEqual([['intro', 1, 'open', null]]);
    expect(await summary([attempt(10)])).toEqual({ ...NOTHING, open: 1, longest_named: 1 });
  });

  it.each([
    ['a success', success(10)],
    ['a trip', trip(10)],
    ['a user', user(10)],
    ['a message without content', at(10, null)],
    ['an attempt by nobody', attempt(10, { role: 'Assistant' })],
    ['an attempt of the user', attempt(10, { role: 'user' })],
  ])('is no chain when it is %s', async (_, message) => {
    expect(await chains([message])).toEqual([]);
  });
});

describe('how a chain ends', () => {
  it('is fixed by a success and given up by a trip of its own scene', async () => {
    expect(await chains([attempt(10), attempt(9), success(8)])).toEqual([['intro', 2, 'fixed', 8]]);
    expect(await chains([attempt(10), trip(8), success(7)])).toEqual([['intro', 1, 'gave_up', 8]]);
    expect(await chains([attempt(10), success(8, { scene: 'outro' }), trip(7, { chat: 'b' })])).toEqual([
      ['intro', 1, 'open', null],
    ]);
  });

  it('is a trip with either phrase, in any case', async () => {
    expect(await chains([attempt(10), at(8, 'CIRCUIT BREAKER is open')])).toEqual([['intro', 1, 'gave_up', 8]]);
  });

  it('starts anew after its end, so that four repairs are not a loop', async () => {
    const repaired = [40, 30, 20, 10].flatMap((minutes) => [attempt(minutes), success(minutes - 1)]);
    expect(await summary(repaired)).toEqual({ ...NOTHING, fixed: 4, longest_named: 1 });
  });

  it('is abandoned when a user writes in the chat, in every scene of it and in no other chat', async () => {
    const found = await chains([
      attempt(13),
      attempt(12, { scene: null }),
      attempt(11, { scene: 'outro', chat: 'b' }),
      user(10, { scene: 'elsewhere', content: null }),
      success(9),
    ]);
    expect(found).toEqual([
      ['intro', 1, 'abandoned', 10],
      [null, 1, 'abandoned', 10],
      ['outro', 1, 'open', null],
    ]);
  });

  it('is abandoned after an hour, an hour after its last attempt', async () => {
    expect(await chains([attempt(200), attempt(180)])).toEqual([['intro', 2, 'abandoned', 120]]);
    expect(await chains([attempt(200), attempt(180), user(30)])).toEqual([['intro', 2, 'abandoned', 120]]);
  });

  it.each([
    [59.99, [['intro', 2, 'open', null]]],
    [
      60,
      [
        ['intro', 1, 'abandoned', 10],
        ['intro', 1, 'open', null],
      ],
    ],
  ])('a pause of %d minutes', async (pause, expected) => {
    expect(await chains([attempt(10 + pause), attempt(10)])).toEqual(expected);
  });

  it('is not saved by a success or a trip that comes an hour late', async () => {
    expect(await chains([attempt(100), success(40), success(39)])).toEqual([['intro', 1, 'abandoned', 40]]);
    expect(await chains([attempt(100), trip(40.01)])).toEqual([['intro', 1, 'gave_up', 40.01]]);
  });

  it('is open as long as nothing before the end of the range ends it', async () => {
    expect(await chains([attempt(60)])).toEqual([['intro', 1, 'open', null]]);
    expect(await chains([attempt(60.01)])).toEqual([['intro', 1, 'abandoned', 0.01]]);
    expect(await chains([attempt(10), success(0)])).toEqual([['intro', 1, 'open', null]]);
  });
});

describe('one message', () => {
  it('is one event: an attempt before a trip before a success', async () => {
    expect(await chains([at(10, 'Fixing fixed issues by giving up')])).toEqual([['intro', 1, 'open', null]]);
    expect(await chains([attempt(10), at(9, 'Giving up on fixed issues')])).toEqual([['intro', 1, 'gave_up', 9]]);
  });

  it('is told by its words, whatever their case, and not by parts of words', async () => {
    expect(await chains([at(10, 'FIXING it'), at(9, 'prefixed issues'), at(8, 'Still fixing')])).toEqual([
      ['intro', 1, 'open', null],
    ]);
  });
});

describe('at the same time', () => {
  it('the user comes first, then attempts, then what ends them', async () => {
    expect(await chains([success(10), attempt(10), user(10)])).toEqual([['intro', 1, 'fixed', 10]]);
    expect(await chains([attempt(20), success(10), attempt(10), user(10)])).toEqual([
      ['intro', 1, 'abandoned', 10],
      ['intro', 1, 'fixed', 10],
    ]);
  });

  it('the lower id of a success and a trip decides', async () => {
    expect(await chains([attempt(10), success(9), trip(9)])).toEqual([['intro', 1, 'fixed', 9]]);
    expect(await chains([attempt(10), trip(9), success(9)])).toEqual([['intro', 1, 'gave_up', 9]]);
  });
});

describe('messages without a scene', () => {
  it('are a scene of their own that named events do not touch', async () => {
    expect(await chains([attempt(12), attempt(11, { scene: null }), success(10, { scene: null })])).toEqual([
      ['intro', 1, 'open', null],
      [null, 1, 'fixed', 10],
    ]);
  });

  it('count for their own longest chain only', async () => {
    const unnamed = [9, 8, 7, 6, 5].map((minutes) => attempt(minutes, { scene: null }));
    expect(await summary([attempt(10), ...unnamed])).toEqual({
      ...NOTHING,
      open: 2,
      longest_named: 1,
      longest_unnamed: 5,
    });
  });

  it('are told apart from scenes with an empty name or the name "null"', async () => {
    const scenes = [null, '', 'null', 'NULL'].map((scene) => attempt(10, { scene }));
    expect(await chains(scenes)).toHaveLength(4);
  });
});

describe('the range', () => {
  const hour = { from: NOON - 120 * MINUTE, to: NOON - 60 * MINUTE };

  it('includes its start and excludes its end', async () => {
    expect(await summary([attempt(120)], hour)).toMatchObject({ longest_named: 1 });
    expect(await summary([attempt(60)], hour)).toEqual(NOTHING);
    expect(await summary([attempt(125), success(120)], hour)).toEqual({ ...NOTHING, fixed: 1 });
    expect(await summary([attempt(65), success(60)], hour)).toMatchObject({ fixed: 0, open: 1 });
  });

  it('counts a chain where its end is, with all of its attempts', async () => {
    const long = [170, 150, 130, 110].map((minutes) => attempt(minutes));
    expect(await summary([...long, success(100)], hour)).toEqual({ ...NOTHING, fixed: 1, longest_named: 4 });
    expect(await summary([attempt(170), attempt(130), success(125)], hour)).toEqual(NOTHING);
  });

  it('lets a chain that was abandoned by silence end an hour after its last attempt', async () => {
    expect(await summary([attempt(170)], hour)).toEqual({ ...NOTHING, abandoned: 1 });
    expect(await summary([attempt(180)], hour)).toEqual({ ...NOTHING, abandoned: 1 });
    expect(await summary([attempt(181)], hour)).toEqual(NOTHING);
  });

  it('shows an open chain whose attempts all came before it', async () => {
    const lastMinutes = { from: NOON - 5 * MINUTE, to: NOON };
    expect(await summary([attempt(30)], lastMinutes)).toEqual({ ...NOTHING, open: 1 });
  });
});

describe('the look-back', () => {
  const lastHour = { from: NOON - 60 * MINUTE, to: NOON };

  it('never lets a chain that began too early to be seen whole obey the limit', async () => {
    // As few attempts as a chain can have that is cut off: one before the look-back, then pauses just below an hour.
    const sparse = [301, 241.1, 181.2, 121.3, 61.4].map((minutes) => attempt(minutes));
    expect(await chains([...sparse, success(59)], lastHour)).toEqual([['intro', 4, 'fixed', 59]]);
    expect(await summary([...sparse, attempt(59)], lastHour)).toMatchObject({ longest_named: 5 });
  });

  it('grows with the limit', async () => {
    const settings = (bound: string) => ({
      ...settingsOf(PLAIN),
      thresholds: { 'validation.attempt_limit': { critical: bound } },
    });
    const steady = Array.from({ length: 20 }, (_, i) => attempt(10 + i * 50));
    const longest = (bound: string) =>
      given(steady, async (client) => (await summaryBySql(client, settings(bound), lastHour))[0]?.longest_named);
    expect(await longest('3')).toBe(6);
    expect(await longest('10')).toBe(15);
  });
});

describe('days on which the clocks change', () => {
  const berlin: Layout = { ...PLAIN, messages: { ...PLAIN.messages, timestamps: 'timestamp' }, zone: 'Europe/Berlin' };

  it.each([
    ['forward, stored as instants', '2026-03-08T06:40:00Z', { ...PLAIN, sessionZone: 'America/New_York' }],
    ['back, stored as instants', '2026-11-01T05:40:00Z', { ...PLAIN, sessionZone: 'America/New_York' }],
    ['forward, stored as a wall clock', '2026-03-29T00:40:00Z', berlin],
    ['back, stored as a wall clock', '2026-10-25T01:40:00Z', berlin],
  ])('%s: a pause is the time that passed, not what the clock shows', async (_, first, layout) => {
    const start = Date.parse(first);
    const range = { from: start - MINUTE, to: start + 200 * MINUTE };
    const attempts = [0, 59, 119].map((minutes) => attempt(0, { at: start + minutes * MINUTE }));
    const found = await given(attempts, (client, settings) => chainsBySql(client, settings, range), layout);
    expect(found.map(({ attempts, outcome }) => [attempts, outcome])).toEqual([
      [2, 'abandoned'],
      [1, 'abandoned'],
    ]);
  });
});

describe('configured phrases', () => {
  it('may hold quotes, backslashes, dollars and more than one expression', async () => {
    const phrases = {
      ...DEFAULT_SETTINGS.validation.phrases,
      attempt: ["^it's \\$5 \\\\ \\b(now|then)\\b", '^retry'],
      success: ["o'k"],
      trip: [],
    };
    const messages = [
      at(12, "It's $5 \\ NOW"),
      at(11, 'Retry'),
      at(10, "it's $5 nowhere"),
      at(9, 'Giving up'),
      at(8, "O'K"),
    ];
    const found = await given(messages, (client, settings) => chainsBySql(client, settings, DAY), PLAIN, { phrases });
    expect(found).toMatchObject([{ attempts: 2, outcome: 'fixed' }]);
  });
});

describe('one chat with very many messages', () => {
  it('takes time in proportion', () =>
    rolledBack(async (client) => {
      await makeTable(client, PLAIN);
      await client.query(`INSERT INTO messages (id, chat_id, role, content, scene_name, created_at)
        SELECT n, 'a', 'assistant', CASE WHEN n % 10 = 0 THEN 'Done' ELSE 'Fixing it' END, 'intro',
          timestamptz '2026-06-10 11:59Z' - n * interval '1 second'
        FROM generate_series(1, 60000) AS n`);
      // Comparing each message with all later ones would take minutes.
      await client.query(`SET LOCAL statement_timeout = '15s'`);
      const [found] = await summaryBySql(client, settingsOf(PLAIN), DAY);
      expect(found).toEqual({ ...NOTHING, open: 1, longest_named: 54_000 });
    }));
});

describe('names of any length', () => {
  it('stay apart by their last letter', async () => {
    const [one, two] = ['1', '2'].map((end) => 'scène 🎬 '.repeat(2000) + end);
    expect(await chains([attempt(10, { scene: one }), attempt(9, { scene: two })])).toHaveLength(2);
  });
});

describe('the list of offenders', () => {
  const loop = (scene: string | null, length: number, last: number) =>
    Array.from({ length }, (_, i) => attempt(last + i, { scene }));
  const listed = (messages: ReadonlyArray<Omit<Message, 'id'>>, limit = 10) =>
    given(messages, async (client, settings) => {
      const query = offenders(settings, validationThresholds(settings).attempt_limit);
      const { rows, fields } = await client.query(query.sql(PARAMETERS), [...instants(DAY), limit]);
      expect(fields.map(({ name }) => name)).toEqual(Object.keys(query.columns));
      return rows.map(({ chat_id, scene_name, attempts, outcome }) => [chat_id, scene_name, attempts, outcome]);
    });

  it('is empty on an empty table', async () => {
    expect(await listed([])).toEqual([]);
  });

  it('holds chains over the limit, the longest first and of equal ones the latest', async () => {
    const found = await listed([
      ...loop('three', 3, 5),
      ...loop('early', 4, 30),
      ...loop('late', 4, 10),
      ...loop(null, 6, 200),
    ]);
    expect(found).toEqual([
      ['a', null, 6, 'abandoned'],
      ['a', 'late', 4, 'open'],
      ['a', 'early', 4, 'open'],
    ]);
  });

  it('is cut where it is told to', async () => {
    expect(await listed([...loop('early', 4, 30), ...loop('late', 5, 10)], 1)).toEqual([['a', 'late', 5, 'open']]);
  });

  it('leaves out chains that ended in the range but made their last attempt before it', async () => {
    const before = loop('intro', 5, 24 * 60 + 1);
    expect(await listed([...before, success(24 * 60 - 1)])).toEqual([]);
  });
});

import fc from 'fast-check';
import { type Client } from 'pg';

import { writeLogs } from '../../demo/simulator/application/writeLogs';
import { createPlan } from '../../demo/simulator/plan/plan';
import { writeMessages } from '../../demo/simulator/writeMessages';
import { DEFAULT_SETTINGS } from '../../src/catalog/settings/defaults';
import { validation } from '../../src/catalog/systems/validation';
import { history } from './histories';
import { answer, ask, DAY_MS, fail, loop, onTable, type Row, type Said, say, times, undone } from './runbookAnswers';

const RANGE = { from: "now() - interval '24 hours'", to: 'now()', limit: '20' };

describe('the SQL of the runbooks and that of the catalog', () => {
  const byCatalog = async (client: Client, id: string): Promise<Row[]> => {
    const query = validation(DEFAULT_SETTINGS).queries.find((one) => one.id === id) ?? fail();
    return (await client.query<Row>(query.sql(RANGE))).rows;
  };

  it(
    'agree on how chains end and which are too long, on random histories',
    () =>
      onTable(async (client) => {
        const seen = { fixed: 0, gave_up: 0, abandoned: 0, long: 0 };
        await fc.assert(
          fc.asyncProperty(history, fc.boolean(), async ({ messages, range }, toEnd) => {
            // The histories pause for half hours where the documented limit is one hour.
            const minutesAgo = (at: number) =>
              toEnd ? (range.to - at) / 30_000 : 24 * 60 + (range.from - at) / 30_000;
            const said = messages
              .flatMap(({ content: text, at, ...message }) =>
                text === null ? [] : [{ ...message, text, minutesAgo: minutesAgo(at) }]
              )
              .sort((a, b) => a.id - b.id);
            const [[summary], offenders, ended, list] = await undone(client, async () => {
              await say(client, said);
              return [
                await byCatalog(client, 'validation.chain_summary'),
                await byCatalog(client, 'validation.offenders'),
                await answer(client, 'ValidationSuccessRateLow', 'Who ends the chains?'),
                await answer(client, 'ValidationAttemptLimit', FIND),
              ] as const;
            });

            const chains = (...by: string[]) =>
              ended
                .filter((row) => by.includes(String(row.ended_by)))
                .reduce((sum, row) => sum + Number(row.chains), 0);
            const { fixed, gave_up, abandoned } = summary ?? {};
            expect([chains('fixed'), chains('gave up'), chains('user', 'silence')]).toEqual([
              fixed,
              gave_up,
              abandoned,
            ]);
            const told = (rows: Row[]) =>
              rows.map((row) => JSON.stringify([row.chat_id, row.scene_name, row.attempts, row.last_attempt])).sort();
            expect(told(list)).toEqual(told(offenders));
            const outcomes = offenders.map(({ outcome }) => outcome).sort();
            expect(list.map((row) => OUTCOMES[String(row.ended_by)]).sort()).toEqual(outcomes);
            seen.fixed += Number(fixed);
            seen.gave_up += Number(gave_up);
            seen.abandoned += Number(abandoned);
            seen.long += list.length;
          }),
          { numRuns: 150 }
        );
        expect(Object.entries(seen).filter(([, count]) => count < 20)).toEqual([]);
      }),
    60_000
  );

  it('agree on the error patterns of a day', () =>
    onTable(async (client) => {
      const plan = createPlan({ seedNumber: 98, messagesPerDay: 5000 });
      await writeMessages(client, plan.options.seedNumber, plan.messages(Date.now() - DAY_MS, Date.now()));
      // Unknown errors are too rare in the demo to be there every day.
      await say(client, [{ chat: 'odd', minutesAgo: 3, text: 'Fixing intro: Unterminated template literal' }]);
      const expected = (await byCatalog(client, 'validation.error_patterns')).map((row) => [
        row.pattern,
        row.occurrences,
        row.chats,
      ]);
      const found = await answer(client, 'ValidationSuccessRateLow', PATTERNS);
      expect(expected.length).toBeGreaterThan(5);
      expect(found.map((row) => [row.pattern, row.today, row.chats]).sort()).toEqual(expected.sort());
    }));
});

/** How the catalog calls what the list of offenders says under `ended_by`. */
const OUTCOMES: Record<string, string> = {
  fixed: 'fixed',
  breaker: 'gave_up',
  user: 'abandoned',
  silence: 'abandoned',
  'nobody yet': 'open',
};

const HOURS = '1. Check what was deployed since the rate began to fall';
const PATTERNS = '2. Compare the error patterns of today with those of the week before';
const FIND = '1. Find the chat and the scene in the list of offenders';
const STILL = '2. Stop the repair loop of that chat if it is still running';
const BREAKER = '3. Check why the circuit breaker did not end it';

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

import { type Query } from '../../src/catalog/kinds/query';
import { type Settings } from '../../src/catalog/settings/settings';
import { literal } from '../../src/catalog/sql/literal';
import { attemptsOverTime } from '../../src/catalog/systems/validation/queries/attemptsOverTime';
import { chainLengths } from '../../src/catalog/systems/validation/queries/chainLengths';
import { errorPatterns } from '../../src/catalog/systems/validation/queries/errorPatterns';
import { offenders } from '../../src/catalog/systems/validation/queries/offenders';
import { scenes } from '../../src/catalog/systems/validation/queries/scenes';
import { validationThresholds } from '../../src/catalog/systems/validation/thresholds';
import { insertMessages, makeTable, PLAIN, settingsOf } from './layout';
import { type Message } from './message';
import { rolledBack } from './rolledBack';

const MINUTE = 60_000;
const NOON = Date.parse('2026-06-10T12:00:00Z');
const QUOTED = `5" o'clock`;

/** Attempts at a scene of a chat, a minute apart, the last one so many minutes before noon. */
const attempts = (chat: string, scene: string | null, count: number, ago: number): Array<Omit<Message, 'id'>> =>
  Array.from({ length: count }, (_, i) => ({
    chat,
    scene,
    role: 'assistant',
    content: 'Fixing it',
    at: NOON - (ago + count - 1 - i) * MINUTE,
  }));

const HISTORY = [
  ...attempts('a', 'intro', 1, 30),
  ...attempts('b', 'intro', 2, 90),
  ...attempts('c', QUOTED, 5, 150),
  ...attempts('d', null, 1, 200),
  ...attempts('e', 'intro', 14, 250),
];

const asked = (
  query: (settings: Settings) => Query,
  chosen: { readonly scenes?: string; readonly step?: string } = {},
  messages: ReadonlyArray<Omit<Message, 'id'>> = HISTORY
) =>
  rolledBack(async (client) => {
    await makeTable(client, PLAIN);
    await insertMessages(
      client,
      PLAIN,
      messages.map((message, i) => ({ ...message, id: i + 1 }))
    );
    const sql = query(settingsOf(PLAIN)).sql({
      from: "'2026-06-10T06:20:00Z'",
      to: "'2026-06-10T12:00:00Z'",
      limit: '100',
      ...chosen,
    });
    return (await client.query<Record<string, unknown>>(sql)).rows;
  });

const lengths = (settings: Settings) => chainLengths(settings, validationThresholds(settings).attempt_limit);
const list = (settings: Settings) => offenders(settings, validationThresholds(settings).attempt_limit);

describe('the scenes to choose from', () => {
  it('are those with a repair attempt in the range, and one for all that have no name', async () => {
    expect(await asked(scenes)).toEqual([{ scene: '(no scene name)' }, { scene: QUOTED }, { scene: 'intro' }]);
  });
});

describe('chains by their number of attempts', () => {
  it('have a row for each number, on their side of the limit, and one for all long ones', async () => {
    const rows = await asked(lengths);
    expect(rows.map(({ attempts: count, within_limit: within, over_limit: over }) => [count, within, over])).toEqual([
      ['1', 2, null],
      ['2', 1, null],
      ['3', 0, null],
      ...[0, 1, 0, 0, 0, 0, 0, 0].map((count, i) => [String(4 + i), null, count]),
      ['12 or more', null, 1],
    ]);
  });

  it('reach to the first number over the limit when there is no chain', async () => {
    expect((await asked(lengths, {}, [])).map(({ attempts: count }) => count)).toEqual(['1', '2', '3', '4']);
  });
});

describe('attempts over time', () => {
  const counts = async (step?: string, chosen?: string) =>
    (await asked(attemptsOverTime, { ...(step && { step: literal(step) }), ...(chosen && { scenes: chosen }) })).map(
      ({ bucket_start: start, attempts: count }) => [(start as Date).toISOString().slice(11, 16), count]
    );

  it('fill every clock hour from the one the range begins in, empty ones with 0', async () => {
    expect(await counts()).toEqual([
      ['06:00', 0],
      ['07:00', 14],
      ['08:00', 1],
      ['09:00', 5],
      ['10:00', 2],
      ['11:00', 1],
    ]);
  });

  it('leave the bucket out that is not over', async () => {
    expect(await counts('5h')).toEqual([['04:00', 15]]);
  });

  it('count the chosen scenes only, with the zeros of the others', async () => {
    expect((await counts('1h', `'intro'`)).map(([, count]) => count)).toEqual([0, 14, 0, 0, 2, 1]);
  });
});

describe('a choice of scenes', () => {
  const totals = async (chosen: string) => {
    const [patterns, chains] = [
      await asked((settings) => errorPatterns(settings), { scenes: chosen }),
      await asked(list, { scenes: chosen }),
    ];
    return [patterns.reduce((sum, { occurrences }) => sum + Number(occurrences), 0), chains.length];
  };

  it.each([
    ['every scene, as Grafana writes "All" here', 'NULL', [23, 2]],
    ['one', `'intro'`, [17, 1]],
    ['those without a name', `'(no scene name)'`, [1, 0]],
    ['one with quotes, as SQL writes it', literal(QUOTED), [5, 1]],
    ['one with quotes, as Grafana writes it', `'5\\" o''clock'`, [5, 1]],
    ['several', `'intro','(no scene name)'`, [18, 1]],
    ['none that is there', `'outro'`, [0, 0]],
  ])('lets through %s', async (_, chosen, expected) => {
    expect(await totals(chosen)).toEqual(expected);
  });
});

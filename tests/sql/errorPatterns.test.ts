import { type Settings } from '../../src/catalog/settings/settings';
import { errorPatterns } from '../../src/catalog/systems/validation/queries/errorPatterns';
import { instants, PARAMETERS } from './chainRows';
import { insertMessages, makeTable, PLAIN, settingsOf } from './layout';
import { type Message } from './message';
import { rolledBack } from './rolledBack';

const RANGE = { from: Date.parse('2026-06-10T00:00:00Z'), to: Date.parse('2026-06-11T00:00:00Z') };
const INSIDE = RANGE.from + 60_000;

const attempt = (content: string | null, changes: Partial<Message> = {}): Omit<Message, 'id'> => ({
  chat: 'a',
  scene: null,
  role: 'assistant',
  content,
  at: INSIDE,
  ...changes,
});

const counted = (messages: ReadonlyArray<Omit<Message, 'id'>>, changes: Partial<Settings['validation']> = {}) =>
  rolledBack(async (client) => {
    await makeTable(client, PLAIN);
    await insertMessages(
      client,
      PLAIN,
      messages.map((message, i) => ({ ...message, id: i + 1 }))
    );
    const { rows } = await client.query<{ pattern: string; occurrences: number; chats: number }>(
      errorPatterns(settingsOf(PLAIN, changes)).sql(PARAMETERS),
      instants(RANGE)
    );
    return rows.map(({ pattern, occurrences, chats }) => [pattern, occurrences, chats]);
  });

describe('error patterns', () => {
  it('are all there with zeros on an empty table, in their order', async () => {
    expect(await counted([])).toEqual([
      ['X Variable Bug', 0, 0],
      ['Duplicate Declarations', 0, 0],
      ['Missing FPS', 0, 0],
      ['Undefined Variables', 0, 0],
      ['Missing Imports', 0, 0],
      ['Other', 0, 0],
    ]);
  });

  it('count an attempt once, under the first pattern that matches it', async () => {
    const found = await counted([
      attempt('Fixing X is not defined in the import'),
      attempt('Fixing index is not defined'),
      attempt('FIXING: y was already declared', { chat: 'b' }),
      attempt('Fixing: y already been declared'),
      attempt('Fixing a spring()\nwithout fps', { scene: 'intro' }),
      attempt('Fixing something else'),
      attempt('Fixing something else', { chat: 'b' }),
      attempt('Fixing something else'),
    ]);
    expect(found).toEqual([
      ['Other', 3, 2],
      ['Duplicate Declarations', 2, 2],
      ['X Variable Bug', 1, 1],
      ['Missing FPS', 1, 1],
      ['Undefined Variables', 1, 1],
      ['Missing Imports', 0, 0],
    ]);
  });

  it('count attempts of the assistant in the range only', async () => {
    const found = await counted([
      attempt('Fixing imports', { role: 'user' }),
      attempt('Imports are missing'),
      attempt(null),
      attempt('Fixing imports', { at: RANGE.from - 1 }),
      attempt('Fixing imports', { at: RANGE.to }),
      attempt('Fixing imports', { at: RANGE.from }),
    ]);
    expect(found[0]).toEqual(['Missing Imports', 1, 1]);
    expect(found.slice(1).every(([, occurrences]) => occurrences === 0)).toBe(true);
  });

  it('may share a name, hold any text, or be none at all', async () => {
    const named = [
      { name: "it's \\ ${x} [[y]]", pattern: 'a' },
      { name: 'Other', pattern: 'b' },
      { name: "it's \\ ${x} [[y]]", pattern: 'c' },
    ];
    expect(await counted([attempt('Fixing c'), attempt('Fixing a'), attempt('Fixing b')], { patterns: named })).toEqual(
      [
        ["it's \\ ${x} [[y]]", 2, 1],
        ['Other', 1, 1],
      ]
    );
    expect(await counted([attempt('Fixing a')], { patterns: [] })).toEqual([['Other', 1, 1]]);
  });
});

import fc from 'fast-check';
import { type Client } from 'pg';

import { repairEvents } from '../../src/catalog/systems/validation/queries/repairEvents';
import { identifier, tableName } from '../../src/catalog/sql/identifier';
import { instants, PARAMETERS } from './chainRows';
import { history } from './histories';
import { asStored, insertMessages, LAYOUTS, makeTable, PLAIN, settingsOf, type Layout } from './layout';
import { type Message, type MillisecondRange } from './message';
import { eventKind } from './repairChains.reference';
import { rolledBack } from './rolledBack';

const PATTERNS = [
  /\bx is not defined\b/i,
  /\balready (been )?declared\b/i,
  /\bspring\b.*\bfps\b/is,
  /\bundefined\b|\bis not defined\b/i,
  /\bimports?\b/i,
];

/** Goes through the messages one by one, under the default phrases and patterns. */
function counted(messages: readonly Message[], { from, to }: MillisecondRange) {
  const result = { attempts: 0, successes: 0, trips: 0, unknown_attempts: 0 };
  for (const message of messages) {
    if (message.at < from || message.at >= to) {
      continue;
    }
    const kind = eventKind(message);
    result.attempts += kind === 'attempt' ? 1 : 0;
    result.successes += kind === 'success' ? 1 : 0;
    result.trips += kind === 'trip' ? 1 : 0;
    result.unknown_attempts +=
      kind === 'attempt' && !PATTERNS.some((pattern) => pattern.test(message.content ?? '')) ? 1 : 0;
  }
  return result;
}

const bySql = async (client: Client, layout: Layout, range: MillisecondRange) =>
  (await client.query(repairEvents(settingsOf(layout)).sql(PARAMETERS), instants(range))).rows;

/** Any index of Genwatch's makes the queries read each kind apart; without one they read all kinds at once. */
const WAYS = LAYOUTS.flatMap((layout) => [
  { ...layout, indexed: false, way: 'read once' },
  { ...layout, indexed: true, way: 'read by kind' },
]);

describe.each(WAYS)('events of repairs on random histories, $way: $title', ({ indexed, ...layout }) => {
  const seen = { attempts: 0, successes: 0, trips: 0, unknown_attempts: 0 };

  it(
    'are those of the reference',
    () =>
      rolledBack(async (client) => {
        await makeTable(client, layout);
        if (indexed) {
          const { table, columns } = layout.messages;
          await client.query(`CREATE INDEX genwatch_any ON ${tableName(table)} (${identifier(columns.created_at)})`);
        }
        await fc.assert(
          fc.asyncProperty(history, async ({ messages, range }) => {
            await client.query('SAVEPOINT history');
            await insertMessages(client, layout, messages);
            const expected = counted(await asStored(client, layout, messages), range);
            const rows = await bySql(client, layout, range);
            await client.query('ROLLBACK TO history');
            for (const key of ['attempts', 'successes', 'trips', 'unknown_attempts'] as const) {
              seen[key] += expected[key];
            }
            expect(rows).toEqual([expected]);
          }),
          { numRuns: 80 }
        );
      }, layout.sessionZone),
    30_000
  );

  it('included each of them', () => {
    expect(Object.entries(seen).filter(([, count]) => count < 10)).toEqual([]);
  });
});

describe('events of repairs', () => {
  const NOON = Date.parse('2026-06-10T12:00:00Z');
  const ofAttempt = (content: string, patterns?: []) =>
    rolledBack(async (client) => {
      await makeTable(client, PLAIN);
      await insertMessages(client, PLAIN, [{ id: 1, chat: 'a', role: 'assistant', scene: null, content, at: NOON }]);
      const query = repairEvents(settingsOf(PLAIN, patterns && { patterns }));
      const { rows } = await client.query(query.sql(PARAMETERS), instants({ from: NOON, to: NOON + 1 }));
      return (rows[0] as { unknown_attempts: number }).unknown_attempts;
    });

  it.each([
    ['Fixing x is not defined', 0],
    ['Fixing Y was already been declared', 0],
    ['Fixing spring()\nwithout FPS', 0],
    ['Fixing fps', 1],
    ['Fixing undefined', 0],
    ['Fixing an important thing', 1],
  ])('"%s" has %i unknown errors', async (content, unknown) => {
    expect(await ofAttempt(content)).toBe(unknown);
  });

  it('knows no error when there are no patterns', async () => {
    expect(await ofAttempt('Fixing x is not defined', [])).toBe(1);
  });
});

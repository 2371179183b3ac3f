import fc from 'fast-check';
import { type Client } from 'pg';

import { type Settings } from '../../src/catalog/settings/settings';
import { identifier, tableName } from '../../src/catalog/sql/identifier';
import { chainSummary } from '../../src/catalog/systems/validation/queries/chainSummary';
import { lastDay } from '../../src/catalog/systems/validation/queries/lastDay';
import { repairEvents } from '../../src/catalog/systems/validation/queries/repairEvents';
import { requestSummary } from '../../src/catalog/systems/validation/queries/requestSummary';
import { traffic } from '../../src/catalog/systems/validation/queries/traffic';
import { validationThresholds } from '../../src/catalog/systems/validation/thresholds';
import { instants, PARAMETERS } from './chainRows';
import { IDLE } from './histories';
import { insertMessages, LAYOUTS, makeTable, settingsOf } from './layout';
import { type Message, type MillisecondRange } from './message';
import { rolledBack } from './rolledBack';

const START = Date.parse('2026-06-10T00:00:00Z');
const SLOT = IDLE.milliseconds / 3;
const TEXTS = [
  'Create a scene',
  'make it red',
  'padding, makeup',
  'Scene completed: fixed issues',
  'SCENE COMPLETED',
  'Fixing x is not defined',
  'fixing what nobody knows',
  'FIXING it, Scene completed',
  'Fixed issues',
  'giving up, though I fixed issues',
  'prefixed issues',
  null,
];

const history = fc.record({
  messages: fc
    .array(
      fc.record({
        role: fc.constantFrom('user', 'user', 'assistant', 'assistant', 'assistant', 'system'),
        content: fc.constantFrom(...TEXTS),
        chat: fc.constantFrom('a', 'a', 'a', 'b'),
        scene: fc.constantFrom('intro', null),
        at: fc.integer({ min: 0, max: 40 }).map((slot) => START + slot * SLOT),
      }),
      { minLength: 60, maxLength: 140, size: 'max' }
    )
    .map((all) => all.map((message, i): Message => ({ ...message, id: 1 + ((i * 7919) % 100_003) }))),
  range: fc
    .tuple(fc.integer({ min: 10, max: 25 }), fc.constantFrom(0, 6, 20, 30, 30))
    .map(([from, slots]): MillisecondRange => ({ from: START + from * SLOT, to: START + (from + slots) * SLOT })),
});

/** The row, put together from what each question answers when it is asked by itself; those are held to the reference. */
async function askedOneByOne(client: Client, settings: Settings, range: MillisecondRange) {
  const { attempt_limit } = validationThresholds(settings);
  const lastHours = { from: range.to - 6 * 3_600_000, to: range.to };
  const questions = [
    { part: 'chains', query: chainSummary(settings, attempt_limit), range },
    { part: 'requests', query: requestSummary(settings), range },
    { part: 'repairs', query: repairEvents(settings), range },
    { part: 'traffic', query: traffic(settings), range: lastHours },
  ];
  const row: Record<string, number> = {};
  for (const { part, query, range: of } of questions) {
    const { rows } = await client.query<Record<string, number>>(query.sql(PARAMETERS), instants(of));
    Object.entries(rows[0] ?? {}).forEach(([column, value]) => (row[`${part}_${column}`] = value));
  }
  return row;
}

/** Any index of Genwatch's makes the statement read each kind apart; without one it reads the day once. */
const WAYS = LAYOUTS.flatMap((layout) => [
  { ...layout, indexed: false, way: 'read once' },
  { ...layout, indexed: true, way: 'read by kind' },
]);

describe.each(WAYS)('the last day on random histories, $way: $title', ({ indexed, ...layout }) => {
  const most: Record<string, number> = {};

  it('is what its questions answer one by one', () =>
    rolledBack(async (client) => {
      const settings = settingsOf(layout, { idle: IDLE.duration });
      const query = lastDay(settings, validationThresholds(settings).attempt_limit);
      await makeTable(client, layout);
      if (indexed) {
        const { table, columns } = layout.messages;
        await client.query(`CREATE INDEX genwatch_any ON ${tableName(table)} (${identifier(columns.created_at)})`);
      }
      await fc.assert(
        fc.asyncProperty(history, async ({ messages, range }) => {
          await client.query('SAVEPOINT history');
          await insertMessages(client, layout, messages);
          const { rows } = await client.query<Record<string, number>>(query.sql(PARAMETERS), instants(range));
          const expected = await askedOneByOne(client, settings, range);
          await client.query('ROLLBACK TO history');
          expect(rows).toEqual([expected]);
          expect(Object.keys(expected).sort()).toEqual(Object.keys(query.columns).sort());
          Object.entries(expected).forEach(([column, value]) => (most[column] = Math.max(most[column] ?? 0, value)));
        }),
        { numRuns: 40 }
      );
    }, layout.sessionZone));

  it('had something in every column', () => {
    expect(Object.entries(most).filter(([, value]) => value === 0)).toEqual([]);
  });
});

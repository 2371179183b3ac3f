import fc from 'fast-check';
import { type Client } from 'pg';

import { requests } from '../../src/catalog/systems/validation/queries/requests';
import { requestSummary } from '../../src/catalog/systems/validation/queries/requestSummary';
import { traffic } from '../../src/catalog/systems/validation/queries/traffic';
import { instants, PARAMETERS } from './chainRows';
import { IDLE } from './histories';
import { asStored, chatId, insertMessages, LAYOUTS, makeTable, PLAIN, settingsOf, type Layout } from './layout';
import { type Message, type MillisecondRange } from './message';
import { eventKind } from './repairChains.reference';
import { referenceRequests, type ReferenceRequest } from './requests.reference';
import { rolledBack } from './rolledBack';

const SLOT = IDLE.milliseconds / 3;
const SAID = {
  user: [
    'Create a scene',
    'please ADD one',
    'make it red',
    'make it red',
    'padding, makeup, recreated',
    'thanks',
    null,
  ],
  assistant: [
    'Scene completed: intro',
    'Scene completed',
    'SCENE COMPLETED',
    'Scene completely new',
    'Fixing x',
    'Fixed issues',
    'create it yourself',
    null,
  ],
} as const;
const said = fc.oneof(
  ...(['user', 'assistant'] as const).map((role) =>
    fc.record({ role: fc.constant(role), content: fc.constantFrom(...SAID[role]) })
  ),
  fc.record({ role: fc.constant('system'), content: fc.constantFrom('Scene completed', 'create', 'Fixing it') })
);

/** Messages on a slot or a millisecond beside it, so that gaps of exactly `idle`, just below and just above are common. */
const history = fc.constantFrom('2026-06-10T00:00:00Z', '2026-03-28T20:00:00Z').chain((text) => {
  const time = (first: number, last: number) =>
    fc
      .tuple(fc.integer({ min: first, max: last }), fc.constantFrom(0, 0, 0, -1, 1))
      .map(([slot, off]) => Date.parse(text) + slot * SLOT + off);
  return fc.record({
    messages: fc
      .array(
        fc.record({
          said,
          chat: fc.constantFrom('a', 'a', 'b'),
          scene: fc.constantFrom('intro', null),
          at: time(0, 45),
          order: fc.integer({ min: 0, max: 9 }),
        }),
        { maxLength: 80, size: 'max' }
      )
      // Ids that do not follow the time, as uuids do not.
      .map((all) =>
        all.map(({ said: words, order, ...message }, i): Message => ({
          ...message,
          ...words,
          id: order * 1000 + i + 1,
        }))
      ),
    range: fc
      .tuple(time(10, 25), fc.constantFrom(0, 3, 12, 20), fc.constantFrom(0, 0, 1))
      .map(([from, slots, off]): MillisecondRange => ({ from, to: from + slots * SLOT + off })),
  });
});

const inOrder = (list: readonly ReferenceRequest[]) =>
  [...list].sort((a, b) => a.chat.localeCompare(b.chat) || a.askedAt - b.askedAt || a.outcome.localeCompare(b.outcome));

async function bySql(client: Client, layout: Layout, range: MillisecondRange) {
  const settings = settingsOf(layout, { idle: IDLE.duration });
  const { rows } = await client.query<{ chat_id: string; asked_at: Date; outcome: string; ended_at: Date | null }>(
    requests(settings, PARAMETERS),
    instants(range)
  );
  const summary = await client.query(requestSummary(settings).sql(PARAMETERS), instants(range));
  const counts = await client.query(traffic(settings).sql(PARAMETERS), instants(range));
  const list = rows.map((row) => ({
    chat: row.chat_id,
    askedAt: row.asked_at.getTime(),
    outcome: row.outcome as ReferenceRequest['outcome'],
    endedAt: row.ended_at?.getTime() ?? null,
  }));
  return { list: inOrder(list), summary: summary.rows, traffic: counts.rows };
}

describe.each(LAYOUTS)('requests on random histories: $title', (layout) => {
  const seen = { completed: 0, replaced: 0, unanswered: 0, open: 0 };

  it('are those of the reference, as are the counts of messages and events', () =>
    rolledBack(async (client) => {
      await makeTable(client, layout);
      await fc.assert(
        fc.asyncProperty(history, async ({ messages: drafts, range }) => {
          await client.query('SAVEPOINT history');
          await insertMessages(client, layout, drafts);
          const messages = await asStored(client, layout, drafts);
          const found = await bySql(client, layout, range);
          await client.query('ROLLBACK TO history');

          const list = referenceRequests(messages, range, IDLE.milliseconds).map((request) => {
            seen[request.outcome] += 1;
            return { ...request, chat: chatId(layout, request.chat) };
          });
          const count = (outcome: string) => list.filter((request) => request.outcome === outcome).length;
          const inRange = messages.filter(({ at }) => at >= range.from && at < range.to);
          const events = inRange.filter((message) => !['user', undefined].includes(eventKind(message)));
          expect(found).toEqual({
            list: inOrder(list),
            summary: [
              {
                completed: count('completed'),
                replaced: count('replaced'),
                unanswered: count('unanswered'),
                open: count('open'),
              },
            ],
            traffic: [{ messages: inRange.length, events: events.length }],
          });
        }),
        { numRuns: 150 }
      );
    }, layout.sessionZone));

  it('ended in every way', () => {
    expect(Object.entries(seen).filter(([, count]) => count < 10)).toEqual([]);
  });
});

describe('a request', () => {
  const NOON = Date.parse('2026-06-10T12:00:00Z');
  const MINUTE = 60_000;
  const outcomes = (...messages: ReadonlyArray<readonly [minute: number, role: string, content: string]>) =>
    rolledBack(async (client) => {
      await makeTable(client, PLAIN);
      const whole = messages.map(([minute, role, content], i) => ({
        id: i + 1,
        chat: 'a',
        scene: null,
        role,
        content,
        at: NOON + minute * MINUTE,
      }));
      await insertMessages(client, PLAIN, whole);
      const sql = requests(settingsOf(PLAIN), PARAMETERS);
      const { rows } = await client.query<{ outcome: string }>(
        `${sql} ORDER BY asked_at`,
        instants({ from: NOON, to: NOON + 120 * MINUTE })
      );
      return rows.map(({ outcome }) => outcome);
    });

  it('is completed by the first scene after it, once', async () => {
    expect(
      await outcomes(
        [0, 'user', 'create a scene'],
        [1, 'assistant', 'Scene completed'],
        [2, 'assistant', 'Scene completed']
      )
    ).toEqual(['completed']);
  });

  it('is replaced by the next one, but not by a remark', async () => {
    expect(
      await outcomes(
        [0, 'user', 'create a scene'],
        [1, 'user', 'thank you'],
        [2, 'user', 'make it red'],
        [3, 'assistant', 'Scene completed']
      )
    ).toEqual(['replaced', 'completed']);
  });

  it('is unanswered when the scene comes an hour later, and open before', async () => {
    expect(
      await outcomes([0, 'user', 'add a cat'], [60, 'assistant', 'Scene completed'], [61, 'user', 'add a dog'])
    ).toEqual(['unanswered', 'open']);
  });
});

import fc from 'fast-check';
import { type Client } from 'pg';

import { attemptBaseline } from '../../src/catalog/systems/validation/queries/attemptBaseline';
import { asStored, insertMessages, LAYOUTS, makeTable, PLAIN, settingsOf, type Layout } from './layout';
import { type Message } from './message';
import { eventKind } from './repairChains.reference';
import { rolledBack } from './rolledBack';

const HOUR = 3_600_000;
const START = Date.parse('2026-06-01T00:00:00Z');

interface Baseline {
  readonly attempts_last_hour: number;
  readonly baseline: number | null;
  readonly history: number;
}

/** Puts the attempts of each full hour into a list of its own, and takes the mean of the lists. */
function reference(messages: readonly Message[], to: number): Baseline {
  const lastHour = to - HOUR;
  const first = Math.min(...messages.map(({ at }) => at));
  const history = Math.min(168 * 3600, Math.max(0, Math.floor((lastHour - first) / 1000)));
  const attempts = messages.filter((message) => eventKind(message) === 'attempt' && message.at < to);
  const hours = Array.from({ length: Math.floor(history / 3600) }, (_, i) => {
    const from = lastHour - (i + 1) * HOUR;
    return attempts.filter(({ at }) => at >= from && at < from + HOUR).length;
  });
  const sum = hours.reduce((total, count) => total + count, 0);
  return {
    attempts_last_hour: attempts.filter(({ at }) => at >= lastHour).length,
    // As SQL rounds: half away from zero.
    baseline: hours.length > 0 ? Math.floor((2 * sum * 10_000 + hours.length) / (2 * hours.length)) / 10_000 : null,
    history: messages.length > 0 ? history : 0,
  };
}

/** With literals: the query looks at the end of the range only. */
async function bySql(client: Client, layout: Layout, to: number): Promise<Baseline[]> {
  const end = `'${new Date(to).toISOString()}'`;
  const sql = attemptBaseline(settingsOf(layout)).sql({ from: end, to: end, limit: '1' });
  return (await client.query<Baseline>(sql)).rows;
}

const history = fc.record({
  messages: fc
    .array(
      fc.record({
        chat: fc.constantFrom('a', 'b'),
        scene: fc.constantFrom('intro', null),
        role: fc.constantFrom('assistant', 'assistant', 'assistant', 'user', 'system'),
        content: fc.constantFrom('Fixing x is not defined', 'FIXING it', 'prefixing it', 'Fixed issues', null),
        at: fc
          .tuple(fc.integer({ min: 0, max: 2 * 200 }), fc.constantFrom(-1, 0, 0, 1))
          .map(([slot, off]) => START + (slot * HOUR) / 2 + off),
      }),
      { maxLength: 150, size: 'max' }
    )
    .map((all) => all.map((message, i): Message => ({ ...message, id: i + 1 }))),
  to: fc.integer({ min: 0, max: 2 * 200 }).map((slot) => START + (slot * HOUR) / 2),
});

describe.each(LAYOUTS)('the baseline of the attempts on random histories: $title', (layout) => {
  const seen = { none: 0, partWeek: 0, fullWeek: 0 };

  it('is that of the reference', () =>
    rolledBack(async (client) => {
      await makeTable(client, layout);
      await fc.assert(
        fc.asyncProperty(history, async ({ messages: drafts, to }) => {
          await client.query('SAVEPOINT history');
          await insertMessages(client, layout, drafts);
          const messages = await asStored(client, layout, drafts);
          const rows = await bySql(client, layout, to);
          await client.query('ROLLBACK TO history');
          const expected = reference(messages, to);
          seen[expected.baseline === null ? 'none' : expected.history < 168 * 3600 ? 'partWeek' : 'fullWeek'] += 1;
          expect(rows).toEqual([expected]);
        }),
        { numRuns: 80 }
      );
    }, layout.sessionZone));

  it('was once none, once of a part of a week, once of a full one', () => {
    expect(Object.entries(seen).filter(([, count]) => count < 3)).toEqual([]);
  });
});

describe('the baseline of the attempts', () => {
  const NOW = START + 400 * HOUR;
  const attempt = (hoursAgo: number) => ({ at: NOW - hoursAgo * HOUR, content: 'Fixing x is not defined' });
  const of = (messages: ReadonlyArray<Pick<Message, 'at' | 'content'>>) =>
    rolledBack(async (client) => {
      await makeTable(client, PLAIN);
      const whole = messages.map((message, i) => ({
        id: i + 1,
        chat: 'a',
        scene: null,
        role: 'assistant',
        ...message,
      }));
      await insertMessages(client, PLAIN, whole);
      return (await bySql(client, PLAIN, NOW))[0];
    });

  it('counts empty hours as 0, and leaves the last hour and what is older than a week out', async () => {
    const week = Array.from({ length: 84 }, (_, i) => attempt(2 + i));
    const others = [
      ...Array.from({ length: 50 }, () => attempt(0.5)),
      ...Array.from({ length: 50 }, () => attempt(200)),
    ];
    expect(await of([...week, ...others])).toEqual({ attempts_last_hour: 50, baseline: 0.5, history: 168 * 3600 });
  });

  it('is of the hours that there are: those before the first message are no empty ones', async () => {
    const day = Array.from({ length: 24 }, (_, i) => attempt(2 + i));
    expect(await of([...day, ...day])).toEqual({ attempts_last_hour: 0, baseline: 2, history: 24 * 3600 });
  });

  it('does not exist before there is a full hour', async () => {
    expect(await of([])).toEqual({ attempts_last_hour: 0, baseline: null, history: 0 });
    expect(await of([attempt(1.5)])).toEqual({ attempts_last_hour: 0, baseline: null, history: 1800 });
  });
});

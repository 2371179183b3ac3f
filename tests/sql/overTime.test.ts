import fc from 'fast-check';
import { type Client } from 'pg';

import { type Query } from '../../src/catalog/kinds/query';
import { type Settings } from '../../src/catalog/settings/settings';
import { generationSuccess } from '../../src/catalog/systems/validation/queries/generationSuccess';
import { healthNow } from '../../src/catalog/systems/validation/queries/healthNow';
import { successPerDay } from '../../src/catalog/systems/validation/queries/successPerDay';
import { userExperience } from '../../src/catalog/systems/validation/queries/userExperience';
import { weekly } from '../../src/catalog/systems/validation/queries/weekly';
import { validationThresholds } from '../../src/catalog/systems/validation/thresholds';
import { instants } from './chainRows';
import { asStored, insertMessages, LAYOUTS, makeTable, PLAIN, settingsOf, type Layout } from './layout';
import { type Message, type MillisecondRange } from './message';
import {
  referenceGenerationSuccess,
  referenceHealthNow,
  referenceSuccessPerDay,
  referenceUserExperience,
  referenceWeekly,
} from './overTime.reference';
import { rolledBack } from './rolledBack';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const IDLE = { duration: '1h', milliseconds: HOUR } as const;
const ZONES = ['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata'];
/** Both changes of the clocks, a change of the year, and an ordinary week. */
const STARTS = ['2026-03-27T20:00:00Z', '2026-10-23T20:00:00Z', '2026-12-30T00:00:00Z', '2026-06-10T05:30:00Z'];

const inZone = (layout: Layout, buckets: string): Settings => {
  const settings = settingsOf(layout, { idle: IDLE.duration });
  return { ...settings, zones: { ...settings.zones, buckets } };
};

const QUERIES = {
  successPerDay: {
    ours: (settings: Settings) => successPerDay(settings, validationThresholds(settings).attempt_limit),
    reference: (messages: readonly Message[], range: MillisecondRange, zone: string) =>
      referenceSuccessPerDay(messages, range, { zone, idle: IDLE.milliseconds }),
  },
  weekly: {
    ours: (settings: Settings) => weekly(settings, validationThresholds(settings).attempt_limit),
    reference: (messages: readonly Message[], range: MillisecondRange, zone: string) =>
      referenceWeekly(messages, range, { zone, idle: IDLE.milliseconds }),
  },
  userExperience: { ours: userExperience, reference: referenceUserExperience },
  generationSuccess: {
    ours: generationSuccess,
    reference: (messages: readonly Message[], range: MillisecondRange, zone: string) =>
      referenceGenerationSuccess(messages, range, { zone, idle: IDLE.milliseconds }),
  },
  healthNow: { ours: healthNow, reference: referenceHealthNow },
};

/** With literals, as on dashboards: not every query uses both ends of the range. */
const rowsOf = async (client: Client, query: Query, range: MillisecondRange) => {
  const [from, to] = instants(range).map((instant) => `'${instant}'`);
  return (await client.query(query.sql({ from: from ?? '', to: to ?? '', limit: '1000' }))).rows;
};

const CONTENTS = [
  'Fixing x is not defined',
  'fixing it, or giving up',
  'I fixed issues',
  'Giving up',
  'Circuit breaker open, though fixed issues',
  'Scene completed: intro',
  'SCENE COMPLETED',
  'Scene completely new',
  'Create a scene',
  'please ADD one',
  'padding, makeup, recreated',
  'An error occurred.',
  'TypeError: x',
  'console.error(x)',
  'setError(x); catch (error)',
  'terrors',
  '',
  null,
];

const history = (slots: number) =>
  fc.constantFrom(...STARTS).chain((start) =>
    fc.record({
      messages: fc
        .array(
          fc.record({
            chat: fc.constantFrom('a', 'b', 'c'),
            scene: fc.constantFrom('intro', null),
            role: fc.constantFrom('assistant', 'assistant', 'user', 'system'),
            content: fc.constantFrom(...CONTENTS),
            at: fc
              .tuple(fc.integer({ min: 0, max: slots }), fc.constantFrom(-1, 0, 0, 1))
              .map(([slot, off]) => Date.parse(start) + slot * (HOUR / 2) + off),
          }),
          { maxLength: 120, size: 'max' }
        )
        .map((all) => all.map((message, i): Message => ({ ...message, id: i + 1 }))),
      range: fc
        .tuple(fc.integer({ min: 0, max: slots }), fc.integer({ min: 0, max: slots }), fc.constantFrom(-1, 0, 0, 1))
        .map(([a, b, off]) => ({
          from: Date.parse(start) + Math.min(a, b) * (HOUR / 2),
          to: Date.parse(start) + Math.max(a, b) * (HOUR / 2) + (a === b ? 0 : off),
        })),
    })
  );

describe.each(Object.entries(QUERIES))('%s', (_, { ours, reference }) => {
  // Each zone with a layout of its own: how messages are stored does not touch how they are put into buckets.
  it.each(ZONES.flatMap((zone, i) => LAYOUTS.slice(i, i + 1).map((layout) => [zone, layout.title, layout] as const)))(
    'gives the rows of the reference, bucketed in %s: %s',
    (zone, _title, layout) =>
      rolledBack(async (client) => {
        const settings = inZone(layout, zone);
        await makeTable(client, layout);
        await fc.assert(
          fc.asyncProperty(history(7 * 48), async ({ messages: drafts, range }) => {
            await client.query('SAVEPOINT history');
            await insertMessages(client, layout, drafts);
            const messages = await asStored(client, layout, drafts);
            const rows = await rowsOf(client, ours(settings), range);
            await client.query('ROLLBACK TO history');
            expect(rows).toEqual(reference(messages, range, zone));
          }),
          { numRuns: 25 }
        );
      }, layout.sessionZone)
  );
});

const given = (
  messages: ReadonlyArray<Partial<Message>>,
  query: (settings: Settings) => Query,
  range: MillisecondRange,
  zone = 'UTC'
) =>
  rolledBack(async (client) => {
    await makeTable(client, PLAIN);
    await insertMessages(
      client,
      PLAIN,
      messages.map((message, i) => ({
        id: i + 1,
        chat: 'a',
        scene: 'intro',
        role: 'assistant',
        content: 'Fixing it',
        at: range.from,
        ...message,
      }))
    );
    return rowsOf(client, query(inZone(PLAIN, zone)), range);
  });

const NOON = Date.parse('2026-06-10T12:00:00Z');

describe('a window of 30 days', () => {
  it('touches 31 dates, each with its zeros; only the last is partial, and the first is whole', async () => {
    const range = { from: NOON - 30 * DAY, to: NOON };
    const early = { at: Date.parse('2026-05-11T00:00:00Z') };
    const rows = await given([early, { ...early, content: 'fixed issues' }], QUERIES.successPerDay.ours, range);
    expect(rows).toHaveLength(31);
    expect(rows[0]).toEqual({
      day: '2026-06-10',
      finished: 0,
      fixed: 0,
      gave_up: 0,
      abandoned: 0,
      success_rate: null,
      partial: 'partial',
    });
    expect(rows[30]).toMatchObject({ day: '2026-05-11', finished: 1, success_rate: 100, partial: '' });
    expect(rows.slice(1).every(({ partial }) => partial === '')).toBe(true);
  });

  it('has a day of 23 hours and one of 25 where the clocks change', async () => {
    const day = (from: string, to: string) => ({ from: Date.parse(from), to: Date.parse(to) });
    const days = async (range: MillisecondRange) =>
      (await given([], generationSuccess, range, 'Europe/Berlin')).map(({ day: name, partial }) => [name, partial]);
    expect(await days(day('2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z'))).toEqual([['2026-03-29', '']]);
    expect(await days(day('2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z'))).toEqual([['2026-10-25', '']]);
    expect(await days(day('2026-10-24T22:00:00Z', '2026-10-25T22:59:59Z'))).toEqual([['2026-10-25', 'partial']]);
  });
});

describe('user experience', () => {
  it('does not split a session at midnight, and leaves a day without users without a rate', async () => {
    const midnight = Date.parse('2026-06-10T00:00:00Z');
    const rows = await given(
      [
        { role: 'user', content: 'Create it', at: midnight - 60_000 },
        { content: 'Fixing it', at: midnight + 60_000 },
      ],
      userExperience,
      { from: midnight - DAY, to: midnight + DAY }
    );
    expect(rows).toMatchObject([
      { sessions: 0, user_messages: 0, fixes_per_message: null },
      { sessions: 1, sessions_without_fixes: 0, user_messages: 1, fixes_per_message: 0 },
    ]);
  });
});

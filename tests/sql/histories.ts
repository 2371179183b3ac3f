import fc from 'fast-check';

import { type Message, type MillisecondRange } from './message';

/** How long the chains of these histories may pause: three slots. */
export const IDLE = { duration: '30m', milliseconds: 30 * 60_000 } as const;
const SLOT = IDLE.milliseconds / 3;

/** Contents of every kind, in any case, and some that only look alike. */
const CONTENTS = {
  attempt: ['Fixing x is not defined', 'FIXING: already declared', 'fixing, or else giving up', 'Fixing fixed issues'],
  trip: ['Giving up on this scene', 'The CIRCUIT BREAKER opened', 'giving up, though I fixed issues'],
  success: ['I fixed issues in the scene', 'Fixed Issues!'],
  nothing: ['Still fixing it', 'prefixed issues', 'never giving upwards', 'Done', ''],
} as const;

const STARTS = ['2026-06-10T00:00:00Z', '2026-03-28T20:00:00Z', '2026-10-24T20:00:00Z', '2026-11-01T02:00:00Z'];

/** On a slot, or a millisecond beside it: gaps of exactly `idle`, just below and just above are all common. */
const time = (start: number, first: number, last: number): fc.Arbitrary<number> =>
  fc
    .tuple(fc.integer({ min: first, max: last }), fc.constantFrom(0, 0, 0, -1, 1))
    .map(([slot, off]) => start + slot * SLOT + off);

const content = (weights: Record<keyof typeof CONTENTS, number>): fc.Arbitrary<string> =>
  fc.oneof(
    ...Object.entries(CONTENTS).map(([kind, texts]) => ({
      weight: weights[kind as keyof typeof CONTENTS],
      arbitrary: fc.constantFrom(...texts),
    }))
  );

type Part = Omit<Message, 'id' | 'at'>;
type Draft = [part: Part, at: number];

/** Several chats and scenes, everything happens. */
const mixed: fc.Arbitrary<Part> = fc.record({
  chat: fc.constantFrom('a', 'a', 'a', 'b'),
  scene: fc.constantFrom('intro', 'intro', 'outro', null),
  role: fc.oneof(
    { weight: 16, arbitrary: fc.constant('assistant') },
    { weight: 2, arbitrary: fc.constant('user') },
    { weight: 1, arbitrary: fc.constantFrom('system', 'Assistant', 'USER') }
  ),
  content: fc.oneof(
    { weight: 20, arbitrary: content({ attempt: 8, trip: 3, success: 4, nothing: 2 }) },
    { weight: 1, arbitrary: fc.constant(null) }
  ),
});

/** One scene that is repaired for hours, hardly ever with a pause. */
const endless = (start: number): fc.Arbitrary<Draft[]> =>
  fc
    .array(
      fc.record({
        content: content({ attempt: 120, trip: 1, success: 1, nothing: 1 }),
        pause: fc.oneof({ weight: 60, arbitrary: fc.constantFrom(1, 2) }, { weight: 1, arbitrary: fc.constant(3) }),
      }),
      { minLength: 20, maxLength: 30, size: 'max' }
    )
    .map((steps) => {
      let at = start;
      return steps.map(({ content, pause }) => {
        at += pause * SLOT;
        return [{ chat: 'a', scene: 'intro', role: 'assistant', content }, at];
      });
    });

interface History {
  readonly messages: readonly Message[];
  readonly range: MillisecondRange;
}

/** Messages before, in and after a range, more than the look-back before it. */
export const history: fc.Arbitrary<History> = fc.constantFrom(...STARTS).chain((text) => {
  const start = Date.parse(text);
  const anything = (minLength: number, maxLength: number): fc.Arbitrary<Draft[]> =>
    fc.array(fc.tuple(mixed, time(start, 0, 45)), { minLength, maxLength, size: 'max' });
  return fc
    .record({
      drafts: fc.oneof({ withCrossShrink: true }, anything(0, 40), anything(60, 120), endless(start)),
      from: time(start, 18, 30),
      slots: fc.constantFrom(0, 1, 3, 6, 12),
      off: fc.constantFrom(0, 0, -1, 1),
      ids: fc.integer({ min: 1, max: 1000 }),
    })
    .map(({ drafts, from, slots, off, ids }) => ({
      // Ids that do not follow the time, as uuids do not.
      messages: drafts.map(([part, at], i) => ({ ...part, at, id: 1 + ((i * ids * 7919 + ids) % 100_003) })),
      range: { from, to: from + slots * SLOT + Math.max(off, slots > 0 ? -1 : 0) },
    }));
});

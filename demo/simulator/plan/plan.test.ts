import { LONGEST_CHAT } from './chat';
import { ATTEMPTS, type PlannedMessage } from './chatScript';
import { createPlan, DEFAULT_PLAN } from './plan';
import { isBurst } from './rhythm';
import { DAY, HOUR, MINUTE } from './time';

const MONDAY = Date.UTC(2026, 5, 1);
const plan = createPlan();

describe('the plan', () => {
  it('is the same whoever reads it, in whatever pieces', () => {
    const whole = createPlan().messages(MONDAY, MONDAY + 6 * HOUR);
    const cuts = [0, 17 * MINUTE + 333, 17 * MINUTE + 334, 2 * HOUR, 5 * HOUR + 1, 6 * HOUR];
    const pieces = cuts.slice(1).flatMap((cut, i) => plan.messages(MONDAY + (cuts[i] ?? 0), MONDAY + cut));

    expect(pieces).toEqual(whole);
    expect(createPlan({ ...DEFAULT_PLAN, seedNumber: 99 }).messages(MONDAY, MONDAY + 6 * HOUR)).not.toEqual(whole);
  });

  it('does not depend on what was read before', () => {
    const forgetful = createPlan();
    forgetful.messages(MONDAY - 10 * DAY, MONDAY + 10 * DAY);

    expect(forgetful.messages(MONDAY, MONDAY + HOUR)).toEqual(plan.messages(MONDAY, MONDAY + HOUR));
  });

  it('has about 300 000 messages in 30 days, in very many chats', () => {
    const messages = daysOf(30).flat();

    expect(messages.length).toBeGreaterThan(285_000);
    expect(messages.length).toBeLessThan(315_000);
    expect(new Set(messages.map(({ chat }) => chat)).size).toBeGreaterThan(40_000);
  });

  it('lets no minute pass without a few messages', () => {
    const perMinute = new Map<number, number>();
    for (const { at } of daysOf(7).flat()) {
      perMinute.set(Math.floor(at / MINUTE), (perMinute.get(Math.floor(at / MINUTE)) ?? 0) + 1);
    }

    expect(perMinute.size).toBe((7 * DAY) / MINUTE);
    expect(Math.min(...perMinute.values())).toBeGreaterThanOrEqual(3);
  });

  it('is busier by day than by night, on workdays than on Sunday, and most in a burst', () => {
    const [monday = [], , , , , , sunday = []] = daysOf(7);
    const within = (from: number, to: number) =>
      monday.filter(({ at }) => (at % DAY) / HOUR >= from && (at % DAY) / HOUR < to).length / (to - from);
    const inBursts = daysOf(7).flat();
    const burst = inBursts.filter(({ at, purpose }) => purpose === 'request' && isBurst(DEFAULT_PLAN.seedNumber, at));
    const requests = inBursts.filter(({ purpose }) => purpose === 'request');

    expect(within(9, 17)).toBeGreaterThan(1.2 * within(0, 5));
    expect(monday.length).toBeGreaterThan(1.08 * sunday.length);
    expect(burst.length / (7 * 10)).toBeGreaterThan(1.1 * (requests.length / (7 * 24 * 60)));
  });

  it.each([98, 1, 2026])(
    'of seed number %i never has an hour near twice the attempts of the week before',
    (seedNumber) => {
      const { messages } = createPlan({ ...DEFAULT_PLAN, seedNumber });
      const STEP = 5 * MINUTE;
      const [hour, week] = [HOUR / STEP, (168 * HOUR) / STEP];
      const before = [0];
      for (let from = MONDAY - 8 * DAY; from < MONDAY + 30 * DAY; from += DAY) {
        const attempts = new Array<number>(DAY / STEP).fill(0);
        for (const { at, purpose } of messages(from, from + DAY)) {
          attempts[Math.floor((at - from) / STEP)]! += ATTEMPTS.includes(purpose) ? 1 : 0;
        }
        attempts.forEach((count) => before.push((before.at(-1) ?? 0) + count));
      }
      const between = (first: number, last: number) => (before[last] ?? NaN) - (before[first] ?? NaN);
      const ratios = before
        .map((_, end) => between(end - hour, end) / (between(end - hour - week, end - hour) / 168))
        .slice(hour + week);

      expect(ratios.length).toBeGreaterThan((30 * DAY) / STEP);
      expect(Math.max(...ratios)).toBeLessThan(1.9);
      expect(Math.min(...ratios)).toBeGreaterThan(0.2);
    }
  );

  it('says each message once, and none of a chat after its longest time', () => {
    const messages = daysOf(3).flat();
    const first = new Map<string, number>();
    messages.forEach(({ chat, at }) => first.set(chat, Math.min(at, first.get(chat) ?? at)));

    expect(new Set(messages.map(({ chat, index }) => `${chat} ${index}`)).size).toBe(messages.length);
    expect(messages.every(({ chat, at }) => at - (first.get(chat) ?? at) < LONGEST_CHAT)).toBe(true);
  });

  it('never tries a named scene more than three times in a chain, but sometimes one without a name', () => {
    const chains = plan.chains(MONDAY, MONDAY + 14 * DAY);
    const longest = (named: boolean) =>
      Math.max(...chains.filter(({ scene }) => (scene !== null) === named).map(({ attempts }) => attempts.length));

    expect(longest(true)).toBe(3);
    expect(longest(false)).toBe(5);
  });

  it('knows every ending and every odd case of the rules', () => {
    const old = createPlan({ ...DEFAULT_PLAN, troubledUntil: Infinity });
    const chains = old.chains(MONDAY, MONDAY + 14 * DAY);
    const messages = old.messages(MONDAY, MONDAY + 14 * DAY);
    const byChat = grouped(messages);
    const ended = (chain: (typeof chains)[number]) => chain.endedAt - (chain.attempts.at(-1) ?? 0);

    expect(chains.some(({ outcome }) => outcome === 'gave_up')).toBe(true);
    // Abandoned by the user, and by an hour of silence.
    expect(chains.some((chain) => chain.outcome === 'abandoned' && ended(chain) < HOUR)).toBe(true);
    expect(chains.some((chain) => chain.outcome === 'abandoned' && ended(chain) === HOUR)).toBe(true);
    // A success in the very millisecond of its attempt, and one exactly when its chain has run out.
    expect(chains.some((chain) => chain.outcome === 'fixed' && ended(chain) === 0)).toBe(true);
    expect(
      chains.some(
        (chain) =>
          ended(chain) === HOUR &&
          byChat.get(chain.chat)?.some(({ at, purpose }) => at === chain.endedAt && purpose === 'fixed')
      )
    ).toBe(true);
    // Two scenes of one chat under repair at once.
    expect(
      chains.some((a) =>
        chains.some(
          (b) =>
            a.chat === b.chat &&
            a.scene !== b.scene &&
            (a.attempts[0] ?? 0) <= (b.attempts[0] ?? 0) &&
            a.endedAt > (b.attempts[0] ?? 0)
        )
      )
    ).toBe(true);
    // Repaired more than three times, in chains of three at most: what the documented count takes for a loop.
    const perScene = new Map<string, number>();
    chains.forEach(({ chat, scene, attempts }) => {
      const key = JSON.stringify([chat, scene]);
      perScene.set(key, (perScene.get(key) ?? 0) + attempts.length);
    });
    expect(Math.max(...perScene.values())).toBeGreaterThan(5);
  });
});

function daysOf(count: number): PlannedMessage[][] {
  return Array.from({ length: count }, (_, i) => plan.messages(MONDAY + i * DAY, MONDAY + (i + 1) * DAY));
}

function grouped(messages: readonly PlannedMessage[]): Map<string, PlannedMessage[]> {
  const chats = new Map<string, PlannedMessage[]>();
  messages.forEach((message) => chats.set(message.chat, [...(chats.get(message.chat) ?? []), message]));
  return chats;
}

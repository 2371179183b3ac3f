import { DEFAULT_SETTINGS } from '../../src/catalog/settings/defaults';
import { FROM_USER } from './plan/chatScript';
import { createPlan, type Plan } from './plan/plan';
import { random } from './plan/random';
import { DAY, HOUR, MINUTE } from './plan/time';
import { content } from './texts/content';
import { truthAt, type Truth } from './truth';

const NOON = Date.UTC(2026, 5, 10, 12);
const plan = createPlan();

describe('the truth', () => {
  it('is what a patient reader of the messages finds, at any instant', () => {
    const read = readEvents(plan, NOON - 4 * DAY, NOON);
    const dice = random('instants');
    const anywhere = Array.from({ length: 40 }, () => NOON - dice.between(0, 2 * DAY));
    // The very instants at which chains end, run out or make an attempt, where one millisecond matters.
    const edges = plan
      .chains(NOON - 2 * DAY, NOON)
      .filter((_, i) => i % 23 === 0)
      .flatMap(({ endedAt, attempts }) => [endedAt, endedAt + 1, endedAt + DAY, (attempts.at(-1) ?? 0) + 1])
      .filter((at) => at <= NOON);

    for (const at of [...anywhere, ...edges]) {
      expect({ at, ...truthAt(plan, at) }).toEqual({ at, ...judge(read, at) });
    }
  });

  it('is healthy at any hour of a month: nothing to page for', () => {
    for (let hour = 0; hour < 30 * 24; hour++) {
      const { successRate, longest } = truthAt(plan, NOON + hour * HOUR);

      expect(successRate).toBeGreaterThan(0.85);
      expect(successRate).toBeLessThan(0.915);
      expect(longest.named).toBeLessThanOrEqual(3);
    }
  });

  it('has chains that are open right now, now and then', () => {
    const open = Array.from({ length: 48 }, (_, i) => truthAt(plan, NOON + i * 30 * MINUTE).chains.open);

    expect(Math.max(...open)).toBeGreaterThan(1);
  });

  it('is empty before anything happened', () => {
    const nothing = createPlan({ seedNumber: 1, messagesPerDay: 0 });

    expect(truthAt(nothing, NOON)).toEqual({
      chains: { fixed: 0, gave_up: 0, abandoned: 0, open: 0 },
      longest: { named: 0, unnamed: 0 },
      successRate: null,
    });
  });
});

interface Event {
  readonly at: number;
  readonly rank: number;
  readonly kind: 'user' | 'attempt' | 'fixed' | 'gave_up';
  readonly scene: string | null;
}

/** The events of each chat, recognised by their words alone, in the order of decision 2. */
function readEvents(of: Plan, from: number, to: number): Event[][] {
  const { attempt, success, trip } = DEFAULT_SETTINGS.validation.phrases;
  const says = (text: string, phrases: readonly string[]) =>
    phrases.some((phrase) => new RegExp(phrase, 'i').test(text));
  const chats = new Map<string, Event[]>();
  for (const message of of.messages(from, to)) {
    const text = content(of.options.seedNumber, message);
    const event = (kind: Event['kind'], rank: number) => {
      chats.set(message.chat, [
        ...(chats.get(message.chat) ?? []),
        { at: message.at, scene: message.scene, kind, rank },
      ]);
    };
    if (FROM_USER.includes(message.purpose)) {
      event('user', 0);
    } else if (message.purpose === 'note') {
      continue;
    } else if (says(text, attempt)) {
      event('attempt', 1);
    } else if (says(text, trip)) {
      event('gave_up', 2);
    } else if (says(text, success)) {
      event('fixed', 2);
    }
  }
  return [...chats.values()].map((events) => events.sort((a, b) => a.at - b.at || a.rank - b.rank));
}

/** Walks through all events before `at`, one after the other. */
function judge(chats: readonly Event[][], at: number): Truth {
  const chains = { fixed: 0, gave_up: 0, abandoned: 0, open: 0 };
  const longest = { named: 0, unnamed: 0 };
  const ends = (outcome: keyof typeof chains, when: number) => {
    chains[outcome] += when >= at - DAY ? 1 : 0;
  };
  for (const events of chats) {
    const open = new Map<string | null, number[]>();
    const lapse = (scene: string | null, now: number) => {
      const last = open.get(scene)?.at(-1);
      if (last !== undefined && last + HOUR <= now) {
        open.delete(scene);
        ends('abandoned', last + HOUR);
      }
    };
    for (const { at: when, kind, scene } of events) {
      if (when >= at) {
        break;
      }
      [...open.keys()].forEach((silent) => lapse(silent, when));
      if (kind === 'user') {
        open.forEach(() => ends('abandoned', when));
        open.clear();
      } else if (kind === 'attempt') {
        const attempts = [...(open.get(scene) ?? []), when];
        open.set(scene, attempts);
        const named = scene === null ? 'unnamed' : 'named';
        // A chain is as long as all its attempts, those before the window too, once its last one is inside.
        longest[named] = Math.max(longest[named], when >= at - DAY ? attempts.length : 0);
      } else if (open.delete(scene)) {
        ends(kind, when);
      }
    }
    // A chain that runs out at `at` itself is still open.
    [...open.keys()].forEach((silent) => lapse(silent, at - 1));
    chains.open += open.size;
  }
  const finished = chains.fixed + chains.gave_up + chains.abandoned;
  return { chains, longest, successRate: finished > 0 ? chains.fixed / finished : null };
}

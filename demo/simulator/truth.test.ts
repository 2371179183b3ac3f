import { DEFAULT_SETTINGS } from '../../src/catalog/settings/defaults';
import { FROM_USER } from './plan/chatScript';
import { createPlan, DEFAULT_PLAN, type Plan } from './plan/plan';
import { random } from './plan/random';
import { DAY, HOUR, MINUTE } from './plan/time';
import { content } from './texts/content';
import { eventsBetween, truthAt, type Truth } from './truth';

const NOON = Date.UTC(2026, 5, 10, 12);
const plan = createPlan();
const troubled = createPlan({ ...DEFAULT_PLAN, troubledUntil: Infinity });

describe('the truth', () => {
  it('is what a patient reader of the messages finds, at any instant', () => {
    const of = troubled;
    const read = readEvents(of, NOON - 4 * DAY, NOON);
    const dice = random('instants');
    const anywhere = Array.from({ length: 20 }, () => NOON - dice.between(0, 2 * DAY));
    // The very instants at which chains and requests end, run out or begin, where one millisecond matters.
    const edges = [
      ...of
        .chains(NOON - 2 * DAY, NOON)
        .filter(({ outcome }, i) => i % 101 === 0 || outcome === 'gave_up')
        .flatMap(({ endedAt, attempts }) => [endedAt, endedAt + 1, endedAt + DAY, (attempts.at(-1) ?? 0) + 1]),
      ...of
        .requests(NOON - 2 * DAY, NOON)
        .filter((_, i) => i % 401 === 0)
        .flatMap(({ askedAt, endedAt }) => [askedAt, askedAt + 1, endedAt, endedAt + 1]),
    ].filter((at) => at <= NOON);

    for (const at of [...anywhere, ...edges]) {
      expect({ at, ...truthAt(of, at) }).toEqual({ at, ...judge(read, at) });
    }
  });

  it('of troubled times has trips and unknown errors every few days, of quiet times none, and all else is alike', () => {
    const [quiet, bad] = [plan, troubled].map((of) => eventsBetween(of, NOON, NOON + 14 * DAY));

    expect(quiet).toMatchObject({ trips: 0, unknown: 0 });
    expect(bad?.trips).toBeGreaterThan(2);
    expect(bad?.unknown).toBeGreaterThan(2);
    expect(Math.abs((bad?.attempts ?? 0) - (quiet?.attempts ?? 0))).toBeLessThan(50);
  });

  it('is healthy at every second hour of a month: nothing to page for', () => {
    for (let hour = 0; hour < 30 * 24; hour += 2) {
      const { successRate, longest, lastHour, requests } = truthAt(plan, NOON + hour * HOUR);

      expect(lastHour).toMatchObject({ trips: 0, unknown: 0 });
      expect(lastHour.attempts).toBeGreaterThan(0);
      expect(requests.completed / (requests.completed + requests.replaced + requests.unanswered)).toBeGreaterThan(0.93);
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
      lastHour: { attempts: 0, successes: 0, trips: 0, unknown: 0 },
      requests: { completed: 0, replaced: 0, unanswered: 0, open: 0 },
    });
  });
});

interface Event {
  readonly at: number;
  readonly rank: number;
  readonly kind: 'user' | 'request' | 'attempt' | 'fixed' | 'gave_up' | 'completed';
  readonly scene: string | null;
  readonly text: string;
}

/** The events of each chat, recognised by their words alone, in the order of decision 2. */
function readEvents(of: Plan, from: number, to: number): Event[][] {
  const { attempt, success, trip, request, completed } = DEFAULT_SETTINGS.validation.phrases;
  const says = (text: string, phrases: readonly string[]) =>
    phrases.some((phrase) => new RegExp(phrase, 'i').test(text));
  const chats = new Map<string, Event[]>();
  for (const message of of.messages(from, to)) {
    const text = content(of.options.seedNumber, message);
    const event = (kind: Event['kind'], rank: number) => {
      chats.set(message.chat, [
        ...(chats.get(message.chat) ?? []),
        { at: message.at, scene: message.scene, kind, rank, text },
      ]);
    };
    if (FROM_USER.includes(message.purpose)) {
      event(says(text, request) ? 'request' : 'user', 0);
    } else if (message.purpose === 'note') {
      continue;
    } else if (says(text, attempt)) {
      event('attempt', 1);
    } else if (says(text, trip)) {
      event('gave_up', 2);
    } else if (says(text, success)) {
      event('fixed', 2);
    } else if (says(text, completed)) {
      event('completed', 2);
    }
  }
  return [...chats.values()].map((events) => events.sort((a, b) => a.at - b.at || a.rank - b.rank));
}

/** Walks through all events before `at`, one after the other. */
const judge = (chats: readonly Event[][], at: number): Truth => ({
  ...judgeChains(chats, at),
  lastHour: countEvents(chats.flat().filter((event) => event.at >= at - HOUR && event.at < at)),
  requests: judgeRequests(chats, at),
});

function countEvents(events: readonly Event[]): Truth['lastHour'] {
  const count = (wanted: Event['kind']) => events.filter(({ kind }) => kind === wanted).length;
  const isKnown = ({ text }: Event) =>
    DEFAULT_SETTINGS.validation.patterns.some(({ pattern }) => new RegExp(pattern, 'is').test(text));
  return {
    attempts: count('attempt'),
    successes: count('fixed'),
    trips: count('gave_up'),
    unknown: events.filter((event) => event.kind === 'attempt' && !isKnown(event)).length,
  };
}

function judgeRequests(chats: readonly Event[][], at: number): Truth['requests'] {
  const requests = { completed: 0, replaced: 0, unanswered: 0, open: 0 };
  for (const events of chats) {
    let askedAt: number | undefined;
    const ends = (answer: 'completed' | 'replaced' | 'unanswered', when: number) => {
      requests[answer] += when >= at - DAY ? 1 : 0;
      askedAt = undefined;
    };
    const lapse = (now: number) => {
      if (askedAt !== undefined && askedAt + HOUR <= now) {
        ends('unanswered', askedAt + HOUR);
      }
    };
    for (const { at: when, kind } of events.filter((event) => event.at < at)) {
      lapse(when);
      if (kind === 'completed' && askedAt !== undefined) {
        ends('completed', when);
      } else if (kind === 'request') {
        if (askedAt !== undefined) {
          ends('replaced', when);
        }
        askedAt = when;
      }
    }
    lapse(at - 1);
    requests.open += askedAt === undefined ? 0 : 1;
  }
  return requests;
}

function judgeChains(chats: readonly Event[][], at: number): Omit<Truth, 'lastHour' | 'requests'> {
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
      if (kind === 'user' || kind === 'request') {
        open.forEach(() => ends('abandoned', when));
        open.clear();
      } else if (kind === 'attempt') {
        const attempts = [...(open.get(scene) ?? []), when];
        open.set(scene, attempts);
        const named = scene === null ? 'unnamed' : 'named';
        // A chain is as long as all its attempts, those before the window too, once its last one is inside.
        longest[named] = Math.max(longest[named], when >= at - DAY ? attempts.length : 0);
      } else if (kind !== 'completed' && open.delete(scene)) {
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

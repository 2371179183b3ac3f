import { LONGEST_CHAT, MESSAGES_PER_CHAT, planChat, planQuickAsk } from './chat';
import { type PlannedChain, type PlannedChat, type PlannedMessage } from './chatScript';
import { random } from './random';
import { endingsOfHour, type Endings } from './repair';
import { busyness } from './rhythm';
import { DAY, HOUR, MINUTE } from './time';

export interface PlanOptions {
  readonly seedNumber: number;
  /** In the mean of many weeks; from 5 000 on no minute is empty. */
  readonly messagesPerDay: number;
}

/** 300 000 messages in 30 days. Seeding, the live simulator and the truth must be told the same. */
export const DEFAULT_PLAN: PlanOptions = { seedNumber: 98, messagesPerDay: 10_000 };

/**
 * Everything the simulated product has said and will ever say: a pure function of the options and of time. Filling a
 * gap, going on live and knowing the true values are three ways of reading it.
 */
export interface Plan {
  readonly options: PlanOptions;
  /** Messages from `from` (included) to `to` (excluded), by time. */
  messages(from: number, to: number): PlannedMessage[];
  /** Chains that were open, or ended, at any time from `from` (included) to `to` (excluded). */
  chains(from: number, to: number): PlannedChain[];
}

const QUICK_ASKS_FROM = 5_000;
const QUICK_ASK_MESSAGES = 3;
const GIANT_EVERY = 30 * DAY;

export function createPlan(options: PlanOptions = DEFAULT_PLAN): Plan {
  const hour = remembered((start: number) => chatsOfHour(options, start));
  const chats = (from: number, to: number): PlannedChat[] => {
    const first = Math.floor((from - LONGEST_CHAT) / HOUR) * HOUR;
    const hours = Math.max(0, Math.ceil((to - first) / HOUR));
    return Array.from({ length: hours }, (_, i) => hour(first + i * HOUR)).flat();
  };
  return {
    options,
    messages: (from, to) =>
      chats(from, to)
        .flatMap(({ messages }) => messages.filter(({ at }) => at >= from && at < to))
        // Rows of one instant are written last things first: nobody may rely on ids there.
        .sort((a, b) => a.at - b.at || b.index - a.index || (a.chat < b.chat ? -1 : 1)),
    chains: (from, to) =>
      chats(from, to).flatMap(({ chains }) =>
        chains.filter(({ attempts, endedAt }) => (attempts[0] ?? to) < to && endedAt >= from)
      ),
  };
}

function chatsOfHour(options: PlanOptions, start: number): PlannedChat[] {
  const endings = endingsOfHour(start);
  return Array.from({ length: HOUR / MINUTE }, (_, i) => chatsOfMinute(options, start + i * MINUTE, endings)).flat();
}

function chatsOfMinute({ seedNumber, messagesPerDay }: PlanOptions, start: number, endings: Endings): PlannedChat[] {
  const dice = random(seedNumber, 'minute', start);
  const quickAsks = Math.min(1, messagesPerDay / QUICK_ASKS_FROM);
  const perMinute = messagesPerDay / (DAY / MINUTE) - quickAsks * QUICK_ASK_MESSAGES;
  const quick = dice.chance(quickAsks) ? [planQuickAsk(seedNumber, start, isGiant(seedNumber, start))] : [];
  const mean = (Math.max(0, perMinute) / MESSAGES_PER_CHAT) * busyness(seedNumber, start);
  return [...quick, ...Array.from({ length: dice.count(mean) }, (_, i) => planChat(seedNumber, start, i, endings))];
}

/** One message in any 30 days has a megabyte. */
function isGiant(seedNumber: number, start: number): boolean {
  return start % GIANT_EVERY === random(seedNumber, 'giant').between(0, GIANT_EVERY / MINUTE - 1) * MINUTE;
}

/** Two days and more: what a window of 24 hours and the longest chat before it need. */
const REMEMBERED = 72;

function remembered<T>(make: (key: number) => T): (key: number) => T {
  const known = new Map<number, T>();
  return (key) => {
    const value = known.get(key) ?? make(key);
    known.set(key, value);
    if (known.size > REMEMBERED) {
      known.delete(known.keys().next().value ?? key);
    }
    return value;
  };
}

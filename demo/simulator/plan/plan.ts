import { LONGEST_CHAT, MESSAGES_PER_CHAT, planChat, planQuickAsk } from './chat';
import { type PlannedChain, type PlannedChat, type PlannedMessage, type PlannedRequest } from './chatScript';
import { random } from './random';
import { remembered } from './remembered';
import { courseOfHour, type Course } from './repair';
import { busyness } from './rhythm';
import { DAY, HOUR, MINUTE } from './time';

export interface PlanOptions {
  readonly seedNumber: number;
  /** In the mean of many weeks; from 5 000 on no minute is empty. */
  readonly messagesPerDay: number;
  /**
   * Before this instant, in milliseconds, the circuit breaker trips now and then and unknown errors appear. Without it
   * never, because each of them pages; all else is the same.
   */
  readonly troubledUntil?: number;
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
  /** Requests that waited for their scene, or ended, at any time from `from` (included) to `to` (excluded). */
  requests(from: number, to: number): PlannedRequest[];
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
    requests: (from, to) =>
      chats(from, to).flatMap(({ requests }) =>
        requests.filter(({ askedAt, endedAt }) => askedAt < to && endedAt >= from)
      ),
  };
}

function chatsOfHour(options: PlanOptions, start: number): PlannedChat[] {
  const { seedNumber, troubledUntil = 0 } = options;
  const course = courseOfHour(start, start < troubledUntil);
  const quickAsks = Math.min(1, options.messagesPerDay / QUICK_ASKS_FROM);
  const perMinute = options.messagesPerDay / (DAY / MINUTE) - quickAsks * QUICK_ASK_MESSAGES;
  // Chats come as evenly as the rhythm has them: what varies from hour to hour is what happens in them.
  let due = random(seedNumber, 'hour', start).share();
  return Array.from({ length: HOUR / MINUTE }, (_, i) => {
    const minute = start + i * MINUTE;
    const dice = random(seedNumber, 'minute', minute);
    const quick = dice.chance(quickAsks) ? [planQuickAsk(seedNumber, minute, isGiant(seedNumber, minute))] : [];
    due += (Math.max(0, perMinute) / MESSAGES_PER_CHAT) * busyness(seedNumber, minute);
    const begin = Math.floor(due);
    due -= begin;
    return [...quick, ...chatsOfMinute(seedNumber, minute, begin, course)];
  }).flat();
}

const chatsOfMinute = (seedNumber: number, minute: number, count: number, course: Course): PlannedChat[] =>
  Array.from({ length: count }, (_, i) => planChat(seedNumber, minute, i, course));

/** One message in any 30 days has a megabyte. */
function isGiant(seedNumber: number, start: number): boolean {
  return start % GIANT_EVERY === random(seedNumber, 'giant').between(0, GIANT_EVERY / MINUTE - 1) * MINUTE;
}

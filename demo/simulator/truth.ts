import {
  ANSWERS,
  ATTEMPTS,
  OUTCOMES,
  type Answer,
  type Outcome,
  type PlannedChain,
  type Purpose,
} from './plan/chatScript';
import { type Plan } from './plan/plan';
import { DAY, HOUR } from './plan/time';

/** Events of repairs in a stretch of time, one message being one event. */
export interface EventCounts {
  readonly attempts: number;
  readonly successes: number;
  readonly trips: number;
  /** Attempts whose error no pattern knows. */
  readonly unknown: number;
}

/** What the exporter has to find at an instant if the table holds exactly the plan. */
export interface Truth {
  /** Finished chains by how they ended in the 24 hours before, and those still open. */
  readonly chains: Readonly<Record<Outcome | 'open', number>>;
  /** Attempts of the longest chain whose last attempt is in the 24 hours before; 0 where there is none. */
  readonly longest: { readonly named: number; readonly unnamed: number };
  /** Fixed of finished; null where nothing finished. */
  readonly successRate: number | null;
  /** Of the hour before. */
  readonly lastHour: EventCounts;
  /** Requests by what became of them in the 24 hours before, and those that wait for their scene. */
  readonly requests: Readonly<Record<Answer | 'open', number>>;
}

/**
 * The true values at `at` (milliseconds), over the window from 24 hours before (included) to `at` (excluded). They come
 * from how the plan means its chains to end, never from the words of a message. Right where the plan was written for
 * at least two days before `at`.
 */
export function truthAt(plan: Plan, at: number): Truth {
  const from = at - DAY;
  const inWindow = (instant: number) => instant >= from && instant < at;
  const begun = plan.chains(from, at);
  const finished = begun.filter(({ endedAt }) => inWindow(endedAt));
  const count = (outcome: Outcome) => finished.filter((chain) => chain.outcome === outcome).length;
  const seen = begun
    .map((chain) => ({ scene: chain.scene, attempts: chain.attempts.filter((attempt) => attempt < at) }))
    .filter(({ attempts }) => inWindow(attempts.at(-1) ?? at));
  const longest = (chains: ReadonlyArray<Pick<PlannedChain, 'attempts'>>) =>
    Math.max(0, ...chains.map(({ attempts }) => attempts.length));
  const [fixed, gaveUp, abandoned] = OUTCOMES.map(count) as [number, number, number];
  return {
    chains: { fixed, gave_up: gaveUp, abandoned, open: begun.filter(({ endedAt }) => endedAt >= at).length },
    longest: {
      named: longest(seen.filter(({ scene }) => scene !== null)),
      unnamed: longest(seen.filter(({ scene }) => scene === null)),
    },
    successRate: finished.length > 0 ? fixed / finished.length : null,
    lastHour: eventsBetween(plan, at - HOUR, at),
    requests: requestsAt(plan, at),
  };
}

/** Events from `from` (included) to `to` (excluded), milliseconds. */
export function eventsBetween(plan: Plan, from: number, to: number): EventCounts {
  const messages = plan.messages(from, to);
  const count = (...purposes: readonly Purpose[]) =>
    messages.filter(({ purpose }) => purposes.includes(purpose)).length;
  return {
    attempts: count(...ATTEMPTS),
    successes: count('fixed'),
    trips: count('gave_up'),
    unknown: count('riddle'),
  };
}

function requestsAt(plan: Plan, at: number): Truth['requests'] {
  const begun = plan.requests(at - DAY, at);
  const [completed, replaced, unanswered] = ANSWERS.map(
    (wanted) => begun.filter(({ answer, endedAt }) => answer === wanted && endedAt < at).length
  ) as [number, number, number];
  return { completed, replaced, unanswered, open: begun.filter(({ endedAt }) => endedAt >= at).length };
}

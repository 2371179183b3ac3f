import { OUTCOMES, type Outcome, type PlannedChain } from './plan/chatScript';
import { type Plan } from './plan/plan';
import { DAY } from './plan/time';

/** What the exporter has to find at an instant if the table holds exactly the plan. */
export interface Truth {
  /** Finished chains by how they ended in the 24 hours before, and those still open. */
  readonly chains: Readonly<Record<Outcome | 'open', number>>;
  /** Attempts of the longest chain whose last attempt is in the 24 hours before; 0 where there is none. */
  readonly longest: { readonly named: number; readonly unnamed: number };
  /** Fixed of finished; null where nothing finished. */
  readonly successRate: number | null;
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
  };
}

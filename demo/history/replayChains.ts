import { seconds } from '../../src/catalog/exact/duration';
import { lookBackSeconds, repairChains } from '../../src/catalog/systems/validation/queries/repairChains';
import { thresholdWithId } from '../faults/lookup';
import { firstFrom, type Replay } from './replay';

/** One repair chain as the whole history shows it; instants in milliseconds, to the microsecond. */
interface Chain {
  readonly named: boolean;
  readonly outcome: string;
  /** Infinite for one that is still open. */
  readonly ended: number;
  readonly attempts: readonly number[];
}

const OUTCOMES = ['fixed', 'gave_up', 'abandoned'] as const;
const SECOND = 1000;

/** The summary of the chains: they are found once, and each is then seen as far as it had come at an instant. */
export const replayChains: Replay = async ({ catalog: { systems, settings }, ask, query, instants }) => {
  const window = seconds(query.tier.window) * SECOND;
  const limit = thresholdWithId({ systems }, 'validation.attempt_limit');
  const lookBack = window + lookBackSeconds(settings, limit) * SECOND;
  const [first, last] = [instants[0] ?? 0, instants.at(-1) ?? 0];
  const statement = repairChains(settings, { from: '$1', to: '$2' }, limit);
  const milliseconds = (instant: string) => `CAST(extract(epoch FROM ${instant}) * 1000 AS float8)`;
  const rows = await ask<{ named: boolean; outcome: string; ended: number | null; attempts: number[] }>(
    `SELECT scene_name IS NOT NULL AS named, outcome, ${milliseconds('ended_at')} AS ended,
       ARRAY(SELECT ${milliseconds('at')} FROM unnest(attempted_at) AS at ORDER BY at) AS attempts
     FROM (${statement}) AS repair_chain`,
    [new Date(first - window).toISOString(), new Date(last).toISOString()]
  );
  const chains = rows.map(({ ended, ...chain }): Chain => ({ ...chain, ended: ended ?? Infinity }));
  return {
    ...Object.fromEntries(OUTCOMES.map((outcome) => [outcome, endedWithin(chains, outcome, instants, window)])),
    open: openAt(chains, instants),
    longest_named: longest(
      chains.filter(({ named }) => named),
      instants,
      window,
      lookBack
    ),
    longest_unnamed: longest(
      chains.filter(({ named }) => !named),
      instants,
      window,
      lookBack
    ),
  };
};

function endedWithin(chains: readonly Chain[], outcome: string, instants: readonly number[], window: number): number[] {
  const ends = ascending(chains.filter((chain) => chain.outcome === outcome).map(({ ended }) => ended));
  return instants.map((at) => firstFrom(ends, at) - firstFrom(ends, at - window));
}

function openAt(chains: readonly Chain[], instants: readonly number[]): number[] {
  const begun = ascending(chains.map(({ attempts }) => attempts[0] ?? Infinity));
  const ended = ascending(chains.map((chain) => chain.ended));
  return instants.map((at) => firstFrom(begun, at) - firstFrom(ended, at));
}

/** Attempts before an instant, of those chains that made one in the window: the most that a chain had made by then. */
function longest(chains: readonly Chain[], instants: readonly number[], window: number, lookBack: number): number[] {
  const most = instants.map(() => 0);
  for (const { attempts } of chains) {
    const [first = Infinity, last = -Infinity] = [attempts[0], attempts.at(-1)];
    for (let i = firstFrom(instants, first); i < instants.length && (instants[i] ?? Infinity) <= last + window; i++) {
      const at = instants[i] ?? 0;
      const made = firstFrom(attempts, at);
      if ((attempts[made - 1] ?? -Infinity) >= at - window) {
        most[i] = Math.max(most[i] ?? 0, made - firstFrom(attempts, at - lookBack));
      }
    }
  }
  return most;
}

const ascending = (values: readonly number[]): Float64Array => Float64Array.from(values).sort();

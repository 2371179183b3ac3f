import { seconds } from '../../src/catalog/exact/duration';
import { requests } from '../../src/catalog/systems/validation/queries/requests';
import { firstFrom, type Replay } from './replay';

const ENDED = ['completed', 'replaced', 'unanswered'] as const;

/** What became of the requests: they are found once, and at an instant those that end later are still open. */
export const replayRequests: Replay = async ({ catalog: { settings }, ask, query, instants }) => {
  const window = seconds(query.tier.window) * 1000;
  const [first, last] = [instants[0] ?? 0, instants.at(-1) ?? 0];
  const milliseconds = (instant: string) => `CAST(extract(epoch FROM ${instant}) * 1000 AS float8)`;
  const rows = await ask<{ outcome: string; asked: number; ended: number | null }>(
    `SELECT outcome, ${milliseconds('asked_at')} AS asked, ${milliseconds('ended_at')} AS ended
     FROM (${requests(settings, { from: '$1', to: '$2' })}) AS request`,
    [new Date(first - window).toISOString(), new Date(last).toISOString()]
  );
  const ends = (some: typeof rows) => Float64Array.from(some.map(({ ended }) => ended ?? Infinity)).sort();
  const asked = Float64Array.from(rows.map((row) => row.asked)).sort();
  const endedAtAll = ends(rows);
  return {
    ...Object.fromEntries(
      ENDED.map((wanted) => {
        const ended = ends(rows.filter(({ outcome }) => outcome === wanted));
        return [wanted, instants.map((at) => firstFrom(ended, at) - firstFrom(ended, at - window))];
      })
    ),
    open: instants.map((at) => firstFrom(asked, at) - firstFrom(endedAtAll, at)),
  };
};

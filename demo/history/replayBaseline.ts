import { BASELINE_HOURS, firstMessageAt } from '../../src/catalog/systems/validation/queries/attemptBaseline';
import { eventsWithin } from '../../src/catalog/systems/validation/queries/eventsWithin';
import { HOUR, SECOND } from '../simulator/plan/time';
import { firstFrom, type Replay } from './replay';

/** The mean hour before the last one: the attempts are read once, and counted for each instant. */
export const replayBaseline: Replay = async ({ catalog: { settings }, ask, instants }) => {
  const [first, last] = [instants[0] ?? 0, instants.at(-1) ?? 0];
  const milliseconds = (instant: string) => `CAST(extract(epoch FROM ${instant}) * 1000 AS float8)`;
  const [table] = await ask<{ begins: number | null }>(
    `SELECT ${milliseconds('begins')} AS begins FROM (${firstMessageAt(settings)}) AS message (begins)`,
    []
  );
  const range = { from: 'CAST($1 AS timestamptz)', to: 'CAST($2 AS timestamptz)' };
  const rows = await ask<{ at: number }>(
    `SELECT ${milliseconds('at')} AS at FROM ${eventsWithin(settings, range, ['attempt'])}`,
    [new Date(first - (BASELINE_HOURS + 1) * HOUR).toISOString(), new Date(last).toISOString()]
  );
  const attempts = Float64Array.from(rows.map(({ at }) => at)).sort();
  const begins = table?.begins ?? Infinity;
  const history = instants.map((at) =>
    Math.min(BASELINE_HOURS * 3600, Math.max(0, Math.floor((at - HOUR - begins) / SECOND)))
  );
  return {
    history,
    baseline: instants.map((at, i) => {
      const hours = Math.floor((history[i] ?? 0) / 3600);
      const count = firstFrom(attempts, at - HOUR) - firstFrom(attempts, at - HOUR - hours * HOUR);
      // Four decimals, as the query rounds; without an hour there is no baseline.
      return hours > 0 ? Math.floor((2 * count * 10_000 + hours) / (2 * hours)) / 10_000 : undefined;
    }),
  };
};

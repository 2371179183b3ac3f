import { seconds } from '../../../src/catalog/exact/duration';
import { DAY, HOUR } from '../../simulator/plan/time';
import { type Replay, type Replayed } from '../replay';
import { errorColumns, phaseColumns } from './errorColumns';
import { failureRows, successRows, type FailureRow, type SuccessRow } from './generationRows';
import { countColumns, quantileColumns } from './windowColumns';
import { countWithin } from './windows';

const SAME_HOURS = 6 * HOUR;
const WEEK = 7 * DAY;

/** Failures and successes that any of the instants looks back on: they are read once, and seen through each window. */
async function rowsOf(replayed: Replayed): Promise<readonly [readonly FailureRow[], readonly SuccessRow[]]> {
  const { instants, query } = replayed;
  const from = (instants[0] ?? 0) - seconds(query.tier.window) * 1000;
  const to = instants.at(-1) ?? 0;
  return [await failureRows(replayed, from, to), await successRows(replayed, from, to)];
}

export const replayLastHour: Replay = async (replayed) => {
  const [failures, successes] = await rowsOf(replayed);
  const { instants } = replayed;
  return { ...countColumns(failures, successes, instants, '1h'), ...quantileColumns(successes, instants, '1h') };
};

export const replayLastDay: Replay = async (replayed) => {
  const [failures, successes] = await rowsOf(replayed);
  const { instants } = replayed;
  return {
    ...countColumns(failures, successes, instants, '24h'),
    last_6h: countWithin([...failures, ...successes], instants, SAME_HOURS),
  };
};

export const replayLastWeek: Replay = async (replayed) => {
  const [failures, successes] = await rowsOf(replayed);
  const { instants } = replayed;
  const weekBefore = instants.map((at) => at - WEEK);
  return {
    ...countColumns(failures, successes, instants, '7d'),
    ...quantileColumns(successes, instants, '24h'),
    ...quantileColumns(successes, instants, '7d'),
    ...errorColumns(failures, instants),
    ...phaseColumns(successes, instants),
    same_6h_last_week: countWithin([...failures, ...successes], weekBefore, SAME_HOURS),
  };
};

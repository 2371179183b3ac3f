import { parseBound, type Bound } from '../../src/catalog/exact/bound';
import { print } from '../../src/catalog/exact/decimal';
import { type Threshold } from '../../src/catalog/kinds/threshold';
import { knownError } from '../simulator/texts/errors';
import { chainCounts, rateInWords, type ChainCounts } from './chainCounts';
import { type Fault } from './fault';
import { deleteFaultRows, insertFaultRows, type FaultRow } from './faultRows';
import { alertNamed } from './lookup';

const ID = 'low-success';
const ALERT = 'ValidationSuccessRateLow';
const USUAL_SHARE = 0.5;
/** How far below the bound the rate has to be, so that normal repairs do not lift it back at once. */
const CLEARANCE = 0.1;
/** The failures lie between so many seconds before now: not in the last hour, which is judged for other things. */
const SPREAD = { latest: 75 * 60, earliest: 20 * 60 * 60 } as const;

/** Users turn away in numbers: half of all finished chains of the window fail, and no circuit breaker says so. */
export const lowSuccess: Fault = {
  id: ID,
  title: 'half of all repairs fail',
  raises: [{ alert: ALERT, level: 'critical' }],
  async raise({ catalog, database }) {
    const { threshold } = alertNamed(catalog, ALERT);
    const window = threshold.window ?? '24h';
    return database(async (client) => {
      const before = await chainCounts(client, catalog, window);
      const failures = failuresNeeded(before, threshold);
      await insertFaultRows(client, ID, Array.from({ length: failures }, (_, i) => abandoned(i, failures)).flat());
      const after = await chainCounts(client, catalog, window);
      return `Inserted ${failures} repairs that users abandoned: the success rate over ${window} was ${rateInWords(before)}, now it is ${rateInWords(after)}.`;
    });
  },
  async clear({ catalog, database }) {
    const window = alertNamed(catalog, ALERT).threshold.window ?? '24h';
    return database(async (client) => {
      const rows = await deleteFaultRows(client, ID);
      return rows > 0
        ? `Removed the ${rows} rows of the failed repairs: the success rate over ${window} is ${rateInWords(await chainCounts(client, catalog, window))}.`
        : undefined;
    });
  },
};

/** How many chains have to give up for the rate to be low enough, with enough chains to be judged at all. */
export function failuresNeeded({ fixed, finished }: ChainCounts, { levels, minimumSample }: Threshold): number {
  const bound = Number(print(parseBound((levels.critical ?? levels.warning ?? '< 60') satisfies Bound).value)) / 100;
  const share = Math.min(USUAL_SHARE, Math.max(bound - CLEARANCE, bound / 2));
  return Math.max(0, Math.ceil(fixed / share) - finished, Number(minimumSample ?? 1) - finished);
}

export function abandoned(number: number, of: number): FaultRow[] {
  const row = { chat: number, scene: 'Bar chart race' } as const;
  const ended = SPREAD.latest + ((SPREAD.earliest - SPREAD.latest) * number) / of;
  return [
    { ...row, role: 'assistant', content: `Fixing ${row.scene}: ${knownError(number)}`, secondsAgo: ended + 20 },
    { ...row, role: 'user', content: 'never mind, I will write it by hand', secondsAgo: ended },
  ];
}

import { parseBound, type Bound } from '../../src/catalog/exact/bound';
import { print } from '../../src/catalog/exact/decimal';
import { type Threshold } from '../../src/catalog/kinds/threshold';
import { ERRORS } from '../simulator/texts/errors';
import { chainCounts, rateInWords, type ChainCounts } from './chainCounts';
import { type Fault } from './fault';
import { deleteFaultRows, insertFaultRows, type FaultRow } from './faultRows';
import { alertNamed } from './lookup';

const ID = 'low-success';
const ALERT = 'ValidationSuccessRateLow';
const USUAL_SHARE = 0.5;
/** How far below the bound the rate has to be, so that normal repairs do not lift it back at once. */
const CLEARANCE = 0.1;
/** The failures lie in so many seconds before now. */
const SPREAD = 30 * 60;

/** Repairs give up in numbers: half of all finished chains of the window fail. */
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
      await insertFaultRows(client, ID, Array.from({ length: failures }, (_, i) => givenUp(i, failures)).flat());
      const after = await chainCounts(client, catalog, window);
      return `Inserted ${failures} chains that gave up: the success rate over ${window} was ${rateInWords(before)}, now it is ${rateInWords(after)}.`;
    });
  },
  async clear({ catalog, database }) {
    const window = alertNamed(catalog, ALERT).threshold.window ?? '24h';
    return database(async (client) => {
      const rows = await deleteFaultRows(client, ID);
      const removed =
        rows > 0 ? `Removed the ${rows} rows of the failed repairs` : 'There were no failed repairs to remove';
      return `${removed}: the success rate over ${window} is ${rateInWords(await chainCounts(client, catalog, window))}.`;
    });
  },
};

/** How many chains have to give up for the rate to be low enough, with enough chains to be judged at all. */
export function failuresNeeded({ fixed, finished }: ChainCounts, { levels, minimumSample }: Threshold): number {
  const bound = Number(print(parseBound((levels.critical ?? levels.warning ?? '< 60') satisfies Bound).value)) / 100;
  const share = Math.min(USUAL_SHARE, Math.max(bound - CLEARANCE, bound / 2));
  return Math.max(0, Math.ceil(fixed / share) - finished, Number(minimumSample ?? 1) - finished);
}

function givenUp(number: number, of: number): FaultRow[] {
  const row = { chat: number, role: 'assistant', scene: 'Bar chart race' } as const;
  const ended = 1 + (SPREAD * number) / of;
  return [
    {
      ...row,
      content: `Fixing ${row.scene}: ${ERRORS.Other[number % ERRORS.Other.length] ?? ''}`,
      secondsAgo: ended + 20,
    },
    { ...row, content: `⚠️ ${row.scene} still fails, giving up`, secondsAgo: ended },
  ];
}

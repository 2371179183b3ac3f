import { parseBound, type Bound } from '../../src/catalog/exact/bound';
import { print } from '../../src/catalog/exact/decimal';
import { type Threshold } from '../../src/catalog/kinds/threshold';
import { chainCounts, rateInWords, type ChainCounts } from './chainCounts';
import { type Fault } from './fault';
import { deleteFaultRows, insertFaultRows } from './faultRows';
import { alertNamed } from './lookup';
import { abandoned } from './lowSuccess';

const ID = 'success-declines';
const ALERT = 'ValidationSuccessRateLow';

/** More repairs fail than usual, but not so many that somebody has to be woken. */
export const successDeclines: Fault = {
  id: ID,
  title: 'repairs fail more often than they should',
  raises: [{ alert: ALERT, level: 'warning' }],
  async raise({ catalog, database }) {
    const { threshold } = alertNamed(catalog, ALERT);
    const window = threshold.window ?? '24h';
    return database(async (client) => {
      const before = await chainCounts(client, catalog, window);
      const failures = failuresBetween(before, threshold);
      await insertFaultRows(client, ID, Array.from({ length: failures }, (_, i) => abandoned(i, failures)).flat());
      return `Inserted ${failures} repairs that users abandoned: the success rate over ${window} was ${rateInWords(before)}, now it is ${rateInWords(await chainCounts(client, catalog, window))}.`;
    });
  },
  async clear({ database }) {
    const rows = await database((client) => deleteFaultRows(client, ID));
    return rows > 0 ? `Removed the ${rows} rows of the failed repairs.` : undefined;
  },
};

/** How many chains have to fail for a rate half-way between the warning and the critical bound. */
export function failuresBetween({ fixed, finished }: ChainCounts, { levels }: Threshold): number {
  const bound = (text: string) => Number(print(parseBound(text as Bound).value)) / 100;
  const [warning, critical] = [bound(levels.warning ?? '< 80'), bound(levels.critical ?? '< 60')];
  return Math.max(0, Math.round(fixed / ((warning + critical) / 2)) - finished);
}

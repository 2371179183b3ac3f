import { ERROR_KINDS } from '../../simulator/generation/plan/errorKinds';
import { type Fault } from '../fault';
import { deleteFaultGenerations, insertFaultGenerations } from './faultGenerations';
import { approvedTest, deleteFaultRuns, recordFaultRuns } from './faultRuns';
import { failuresOf } from './generationFault';

const ID = 'returning-bug';

/** What has an alert of its own from some failures an hour on, whose bound a few more may reach. */
const COUNTED = ERROR_KINDS.filter(({ category }) => category === 'rate_limit' || category === 'ai_timeout').map(
  ({ type }) => type
);

/** A mended bug is back with the newest version, and its test fails. */
export const returningBug: Fault = {
  id: ID,
  title: 'a bug that was mended is back, and its test notices',
  raises: [{ alert: 'GenerationRegression', level: 'warning' }],
  raise: ({ database }) =>
    database(async (client) => {
      const { id, error_type: type } = await approvedTest(client, 'last', COUNTED);
      const kind = ERROR_KINDS.find((one) => one.type === type);
      await insertFaultGenerations(client, ID, kind ? failuresOf(kind, 2) : []);
      await recordFaultRuns(client, ID, id, [false, false]);
      return `The test of ${type}, which passed for long, failed twice on a new version.`;
    }),
  clear: ({ database }) =>
    database(async (client) => {
      const [runs, rows] = [await deleteFaultRuns(client, ID), await deleteFaultGenerations(client, ID)];
      return runs + rows > 0 ? `Removed the ${runs} runs that failed, and ${rows} rows of failures.` : undefined;
    }),
};

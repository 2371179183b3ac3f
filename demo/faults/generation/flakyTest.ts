import { type Fault } from '../fault';
import { approvedTest, deleteFaultRuns, recordFaultRuns } from './faultRuns';

const ID = 'flaky-test';

/** A test says now this, now that of one version. */
export const flakyTest: Fault = {
  id: ID,
  title: 'a test passes and fails on the same version',
  raises: [{ alert: 'GenerationTestFlaky', level: 'info' }],
  raise: ({ database }) =>
    database(async (client) => {
      const { id, error_type: type } = await approvedTest(client, 'first');
      await recordFaultRuns(client, ID, id, [true, false, true]);
      return `Ran the test of ${type} three times on one version: it passed, failed and passed.`;
    }),
  async clear({ database }) {
    const runs = await database((client) => deleteFaultRuns(client, ID));
    return runs > 0 ? `Removed the ${runs} runs of the flaky test.` : undefined;
  },
};

import { tableFrame } from '../../test/framesOf';
import { impactRows, impactSummary } from './impactRow';

const affected = (outcome: string, recovered: number, seconds: number | null, repeated = '') => ({
  user_pseudonym: 'a',
  failures: 2,
  repeated,
  outcome,
  recovered_runs: recovered,
  mean_recovery_seconds: seconds,
});
const summaryOf = (...rows: ReadonlyArray<ReturnType<typeof affected>>) =>
  impactSummary(impactRows([tableFrame('A', ...rows)], 'user'));

describe('the impact altogether', () => {
  it('counts who failed, repeatedly and for good, and takes the mean over all recoveries', () => {
    expect(
      summaryOf(
        affected('recovered', 3, 60, 'repeated'),
        affected('recovered', 1, 100),
        affected('never recovered', 0, null)
      )
    ).toEqual({ failed: 3, repeatedly: 1, never: 1, meanRecovery: 70_000 });
  });

  it('has no time where nobody recovered', () => {
    expect(summaryOf(affected('never recovered', 0, null)).meanRecovery).toBeUndefined();
  });
});

import { type HealthFields } from '../../kinds/system';
import { type Select } from '../../kinds/selector';
import { greatestOf, type Measured } from '../../shapes/measured';
import { generationMetrics as metrics } from './metrics';

/** The four fields of the documented health check, of the last hour; `failureRate` is in percent, and idle has none. */
export const healthNow =
  (select: Select) =>
  (found: readonly Measured[]): HealthFields => {
    const count = (outcome: 'success' | 'failure'): number | null => {
      const value = greatestOf(select(metrics.attempts, { outcome, window: '1h' }), found);
      return value >= 0 ? value : null;
    };
    const [failures, successes] = [count('failure'), count('success')];
    const totalAttempts = failures === null || successes === null ? null : failures + successes;
    const failureRate = totalAttempts ? Math.round(((failures ?? 0) / totalAttempts) * 10_000) / 100 : null;
    return { failureRate, totalAttempts, failures, successes };
  };

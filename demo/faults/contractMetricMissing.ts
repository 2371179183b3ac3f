import { performanceMetrics } from '../../src/catalog/systems/validation/performanceMetrics';
import { disturb } from './disturb';

/** A new version of the application forgets a metric that rules read. */
export const contractMetricMissing = disturb({
  id: 'contract-metric-missing',
  title: 'the application stops telling its heap',
  raises: [{ alert: 'ValidationMetricMissing', level: 'warning' }],
  what: () => ({ withheld: [performanceMetrics.heap.name] }),
  done: `From now on the application does not expose ${performanceMetrics.heap.name}.`,
});

import { attemptStorm } from './attemptStorm';
import { circuitBreaker } from './circuitBreaker';
import { configFaults } from './configFaults';
import { contractMetricMissing } from './contractMetricMissing';
import { exporterDown } from './exporterDown';
import { type Fault } from './fault';
import { heapHigh } from './heapHigh';
import { heapLeak } from './heapLeak';
import { infiniteLoop } from './infiniteLoop';
import { lowSuccess } from './lowSuccess';
import { newErrors } from './newErrors';
import { notificationsFailing } from './notificationsFailing';
import { sourceFailing } from './sourceFailing';
import { sourceStale } from './sourceStale';
import { successDeclines } from './successDeclines';
import { watchdogSilent } from './watchdogSilent';
import { slowerValidation } from './slowerValidation';
import { slowSpikes } from './slowSpikes';
import { slowValidation } from './slowValidation';

/** Everything that can be broken on purpose. */
export const FAULTS: readonly Fault[] = [
  infiniteLoop,
  lowSuccess,
  successDeclines,
  circuitBreaker,
  newErrors,
  attemptStorm,
  slowValidation,
  slowerValidation,
  slowSpikes,
  heapHigh,
  heapLeak,
  contractMetricMissing,
  exporterDown,
  sourceFailing,
  sourceStale,
  ...configFaults,
  notificationsFailing,
  watchdogSilent,
];

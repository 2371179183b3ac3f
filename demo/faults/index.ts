import { attemptStorm } from './attemptStorm';
import { attemptSurge } from './attemptSurge';
import { circuitBreaker } from './circuitBreaker';
import { contractMetricMissing } from './contractMetricMissing';
import { configFaults } from './configFaults';
import { exporterDown } from './exporterDown';
import { type Fault } from './fault';
import { GENERATION_FAULTS } from './generation';
import { heapHigh } from './heapHigh';
import { heapLeak } from './heapLeak';
import { infiniteLoop } from './infiniteLoop';
import { lowSuccess } from './lowSuccess';
import { newErrors } from './newErrors';
import { slowerValidation } from './slowerValidation';
import { slowSpikes } from './slowSpikes';
import { slowValidation } from './slowValidation';
import { generationFailing } from './generationFailing';
import { silentValidator } from './silentValidator';
import { notificationsFailing } from './notificationsFailing';
import { sourceFailing } from './sourceFailing';
import { sourceStale } from './sourceStale';
import { successDeclines } from './successDeclines';
import { watchdogSilent } from './watchdogSilent';

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
  attemptSurge,
  generationFailing,
  silentValidator,
  ...GENERATION_FAULTS,
  exporterDown,
  sourceFailing,
  sourceStale,
  ...configFaults,
  notificationsFailing,
  watchdogSilent,
];

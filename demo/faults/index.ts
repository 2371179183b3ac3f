import { attemptStorm } from './attemptStorm';
import { attemptSurge } from './attemptSurge';
import { circuitBreaker } from './circuitBreaker';
import { contractMetricMissing } from './contractMetricMissing';
import { exporterDown } from './exporterDown';
import { type Fault } from './fault';
import { heapHigh } from './heapHigh';
import { heapLeak } from './heapLeak';
import { infiniteLoop } from './infiniteLoop';
import { lowSuccess } from './lowSuccess';
import { newErrors } from './newErrors';
import { slowSpikes } from './slowSpikes';
import { slowValidation } from './slowValidation';
import { generationFailing } from './generationFailing';
import { silentValidator } from './silentValidator';

/** Everything that can be broken on purpose. */
export const FAULTS: readonly Fault[] = [
  infiniteLoop,
  lowSuccess,
  circuitBreaker,
  newErrors,
  attemptStorm,
  slowValidation,
  slowSpikes,
  heapHigh,
  heapLeak,
  contractMetricMissing,
  attemptSurge,
  generationFailing,
  silentValidator,
  exporterDown,
];

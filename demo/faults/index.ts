import { attemptStorm } from './attemptStorm';
import { attemptSurge } from './attemptSurge';
import { circuitBreaker } from './circuitBreaker';
import { exporterDown } from './exporterDown';
import { type Fault } from './fault';
import { generationFailing } from './generationFailing';
import { infiniteLoop } from './infiniteLoop';
import { lowSuccess } from './lowSuccess';
import { newErrors } from './newErrors';
import { silentValidator } from './silentValidator';

/** Everything that can be broken on purpose. */
export const FAULTS: readonly Fault[] = [
  infiniteLoop,
  lowSuccess,
  circuitBreaker,
  newErrors,
  attemptStorm,
  attemptSurge,
  generationFailing,
  silentValidator,
  exporterDown,
];

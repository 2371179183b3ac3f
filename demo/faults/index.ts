import { attemptStorm } from './attemptStorm';
import { circuitBreaker } from './circuitBreaker';
import { configFaults } from './configFaults';
import { exporterDown } from './exporterDown';
import { type Fault } from './fault';
import { infiniteLoop } from './infiniteLoop';
import { lowSuccess } from './lowSuccess';
import { newErrors } from './newErrors';
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
  exporterDown,
  sourceFailing,
  sourceStale,
  ...configFaults,
  notificationsFailing,
  watchdogSilent,
];

import { exporterDown } from './exporterDown';
import { type Fault } from './fault';
import { infiniteLoop } from './infiniteLoop';
import { lowSuccess } from './lowSuccess';

/** Everything that can be broken on purpose. */
export const FAULTS: readonly Fault[] = [infiniteLoop, lowSuccess, exporterDown];

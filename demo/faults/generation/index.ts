import { type Fault } from '../fault';
import { criticalError } from './criticalError';
import { failureBurst } from './failureBurst';
import { flakyTest } from './flakyTest';
import { aiTimeout, rateLimit } from './manyOfOneKind';
import { returningBug } from './returningBug';
import { silentGenerator } from './silentGenerator';
import { threeStrikes } from './threeStrikes';
import { triggerBroken } from './triggerBroken';
import { triggerErrors } from './triggerErrors';

/** What can be broken in the generator and in what it learns. */
export const GENERATION_FAULTS: readonly Fault[] = [
  failureBurst,
  rateLimit,
  aiTimeout,
  criticalError,
  threeStrikes,
  triggerBroken,
  triggerErrors,
  flakyTest,
  returningBug,
  silentGenerator,
];

import { random } from '../plan/random';
import { busyness } from '../plan/rhythm';
import { MINUTE, SECOND } from '../plan/time';
import { UNDISTURBED, type Disturbance } from './disturbance';

const MIB = 1024 ** 2;
/** What is left after every garbage collection, what traffic adds to it, and what is collected again and again. */
const HEAP = { base: 170 * MIB, perBusyness: 6 * MIB, collected: 40 * MIB, jitter: 4 * MIB } as const;
/** Shorter than any window that somebody tries out, and no multiple of a scrape interval. */
const COLLECTED_EVERY = 17 * SECOND;
/** No leak of the demo goes on for ever. */
const MOST = 8 * 1024 * MIB;

/** Bytes of heap in use at an instant: a pure function of time, for the history as for the live application. */
export function heapAt(seedNumber: number, at: number, disturbances: readonly Disturbance[] = UNDISTURBED): number {
  const minute = Math.floor(at / MINUTE) * MINUTE;
  const filled = (at % COLLECTED_EVERY) / COLLECTED_EVERY;
  const usual =
    HEAP.base +
    HEAP.perBusyness * busyness(seedNumber, minute) +
    HEAP.collected * filled +
    HEAP.jitter * random(seedNumber, 'heap', minute).share();
  const disturbed = disturbances
    .filter(({ since }) => at >= since)
    .reduce(
      (heap, { since, heapBytes = 0, leak }) =>
        (heap + heapBytes) * (leak ? leak.factor ** ((at - since) / leak.everyMs) : 1),
      usual
    );
  return Math.round(Math.min(disturbed, MOST));
}

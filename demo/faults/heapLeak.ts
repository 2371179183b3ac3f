import { print } from '../../src/catalog/exact/decimal';
import { seconds } from '../../src/catalog/exact/duration';
import { alertBound } from '../../src/catalog/kinds/alert';
import { disturb } from './disturb';
import { type Raised } from './fault';
import { alertNamed } from './lookup';

const TREND = 'ValidationHeapTrendingUp';
const LEAK = 'ValidationHeapLeak';
/** The hours that are compared, and one in which the lowest heap has to have risen too. */
const WINDOWS = { trend: 6 + 1, leak: 2 * 6 + 1 } as const;

const grown =
  (name: string, windows: number): NonNullable<Raised['ramp']> =>
  (catalog) => ({
    what: 'the low points of the heap have risen',
    seconds: windows * seconds(alertNamed(catalog, name).threshold.window ?? '1h'),
  });

/** The heap grows by more than the trend allows, again and again. It takes as many hours as the windows have. */
export const heapLeak = disturb({
  id: 'heap-leak',
  title: 'the application leaks memory',
  raises: [
    { alert: TREND, level: 'warning', ramp: grown(TREND, WINDOWS.trend) },
    { alert: LEAK, level: 'critical', ramp: grown(LEAK, WINDOWS.leak) },
  ],
  what: ({ catalog }) => {
    const leak = alertNamed(catalog, LEAK);
    const factor = Number(print(alertBound(leak, 'critical').value));
    // Its square, so that also the growth up to the low point of a window is enough.
    return { leak: { factor: factor ** 2, everyMs: 6 * 1000 * seconds(leak.threshold.window ?? '1h') } };
  },
  done: 'From now on the heap grows by itself, as fast as the windows of its alerts are long.',
});

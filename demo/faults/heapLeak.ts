import { print } from '../../src/catalog/exact/decimal';
import { seconds } from '../../src/catalog/exact/duration';
import { alertBound, type Alert } from '../../src/catalog/kinds/alert';
import { disturb } from './disturb';
import { alertNamed } from './lookup';

const TREND = 'ValidationHeapTrendingUp';
const LEAK = 'ValidationHeapLeak';
/** The hours that are compared, and one in which the lowest heap has to have risen too. */
const WINDOWS = { trend: 6 + 1, leak: 2 * 6 + 1 } as const;

const windows = (count: number) => (alert: Alert) => count * seconds(alert.threshold.window ?? '1h');

/** The heap grows by more than the trend allows, again and again. It takes as many hours as the windows have. */
export const heapLeak = disturb({
  id: 'heap-leak',
  title: 'the application leaks memory',
  raises: [
    { alert: TREND, level: 'warning', pilesUp: windows(WINDOWS.trend) },
    { alert: LEAK, level: 'critical', pilesUp: windows(WINDOWS.leak) },
  ],
  what: ({ catalog }) => {
    const leak = alertNamed(catalog, LEAK);
    const factor = Number(print(alertBound(leak, 'critical').value));
    // Its square, so that also the growth up to the low point of a window is enough.
    return { leak: { factor: factor ** 2, everyMs: 6 * 1000 * seconds(leak.threshold.window ?? '1h') } };
  },
  done: 'From now on the heap grows by itself, as fast as the windows of its alerts are long.',
});

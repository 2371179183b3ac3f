import { print } from '../../src/catalog/exact/decimal';
import { alertBound } from '../../src/catalog/kinds/alert';
import { disturb } from './disturb';
import { alertNamed } from './lookup';

const ALERT = 'ValidationHeapHigh';

/** Something large is kept: as much as the limit, beside what is usual. */
export const heapHigh = disturb({
  id: 'heap-high',
  title: 'the heap is nearly full',
  raises: [{ alert: ALERT, level: 'warning' }],
  what: ({ catalog }) => ({ heapBytes: Number(print(alertBound(alertNamed(catalog, ALERT), 'warning').value)) }),
  done: 'From now on the application keeps as much more on its heap as its limit.',
});

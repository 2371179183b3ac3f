import { type Scenario } from '../../../tools/scenarios/scenario';

const heap = (instance: string) => `codegen_validation_heap_used_bytes{job="codegen", instance="${instance}"}`;
const TREND = 'ValidationHeapTrendingUp warning instance=a:1';

export const largerAndNewer: Scenario = {
  name: 'a deployment needs more heap, and a new instance fills its own',
  about: ['ValidationHeapTrendingUp', 'ValidationHeapLeak'],
  every: '2m',
  series: {
    [heap('a:1')]: '200000000 for 10h, 300000000 for 16h',
    [heap('new:1')]: 'gone for 10h, 50000000 growing by 10000000 for 30m, 200000000 for 930m',
  },
  looks: [
    { at: '630m', firing: [], because: 'the lowest heap of the last hour is still the old one' },
    { at: '11h', firing: [], because: 'it is half as high again, and not yet for ten minutes' },
    { at: '690m', firing: [TREND], because: 'it stays so' },
    {
      at: '1010m',
      firing: [TREND],
      because: 'the old heap is still in the hour six hours before; one step is no leak',
    },
    {
      at: '17h',
      firing: [],
      because: 'what it grew to has become usual, and the new instance was still filling six hours before',
    },
    { at: '24h', firing: [], because: 'both stay as they are' },
  ],
};

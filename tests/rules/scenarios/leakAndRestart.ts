import { type Scenario } from '../../../tools/scenarios/scenario';

const heap = (instance: string) => `codegen_validation_heap_used_bytes{job="codegen", instance="${instance}"}`;
const validations = `codegen_validation_duration_seconds_count{job="codegen", instance="a:1"}`;
const TREND = 'ValidationHeapTrendingUp warning instance=a:1';
const LEAK = 'ValidationHeapLeak critical instance=a:1';

export const leakAndRestart: Scenario = {
  name: 'an instance leaks, and somebody restarts it',
  about: ['ValidationHeapTrendingUp', 'ValidationHeapLeak'],
  every: '2m',
  series: {
    // 30 MB an hour from the eighth hour on; after the restart it fills up to its usual size.
    [heap('a:1')]: '200000000 for 8h, 200000000 growing by 1000000 for 10h, 60000000 for 10m, 200000000 for 12h',
    [heap('b:1')]: '200000000 for 30h',
    [validations]: '0 growing by 10 for 18h, 0 growing by 10 for 12h',
  },
  looks: [
    { at: '10h', firing: [], because: 'the lowest heap of the last hour is 230 MB, less than a fifth above 200' },
    { at: '11h', firing: [TREND], because: 'it is 260 MB now, and the other instance stays as it is' },
    { at: '16h', firing: [TREND], because: 'six hours before, the lowest heap was not yet a fifth higher' },
    { at: '17h', firing: [LEAK, TREND], because: 'six hours before, it had grown so in the six hours before that' },
    { at: '19h', firing: [], because: 'the restart made the heap small' },
    {
      at: '1470m',
      firing: [],
      because: 'the heap is three times as high as in the hour of the restart, which is no growth',
    },
    { at: '29h', firing: [], because: 'it has its usual size' },
  ],
};

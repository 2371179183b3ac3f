import { type Scenario } from '../../../tools/scenarios/scenario';

const heap = (instance: string) => `codegen_validation_heap_used_bytes{job="codegen", instance="${instance}"}`;
const count = (instance: string) => `codegen_validation_duration_seconds_count{job="codegen", instance="${instance}"}`;
/** Twelve megabytes an hour: in six hours at first more than a third. */
const LEAKING = '200000000 growing by 400000 for 30h';

export const slowLeak: Scenario = {
  name: 'one of two instances leaks, slowly, from its start on',
  about: ['ValidationHeapTrendingUp', 'ValidationHeapLeak'],
  every: '2m',
  series: {
    [heap('a:1')]: LEAKING,
    [count('a:1')]: '0 growing by 3 for 30h',
    // As large, and it only breathes: the low points stay where they are.
    [heap('b:1')]:
      '300000000 for 6h, 450000000 for 50m, 300000000 for 5h, 480000000 for 50m, 300000000 for 5h, 470000000 for 30m, 300000000 for 710m',
    [count('b:1')]: '0 growing by 3 for 30h',
  },
  looks: [
    { at: '5h', firing: [], because: 'there are no six hours to compare with' },
    {
      at: '11h',
      firing: ['ValidationHeapTrendingUp warning instance=a:1'],
      because: 'its low points are a fifth higher than six hours before',
    },
    {
      at: '16h',
      firing: ['ValidationHeapTrendingUp warning instance=a:1', 'ValidationHeapLeak critical instance=a:1'],
      because: 'and they were so before',
    },
    { at: '29h', firing: [], because: 'of a larger heap the same bytes are less than a fifth' },
  ],
};

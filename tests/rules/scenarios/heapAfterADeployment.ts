import { type Scenario } from '../../../tools/scenarios/scenario';

const heap = 'codegen_validation_heap_used_bytes{job="codegen", instance="a:1"}';
const count = 'codegen_validation_duration_seconds_count{job="codegen", instance="a:1"}';

export const heapAfterADeployment: Scenario = {
  name: 'a process is deployed anew every few hours, and grows into its size each time',
  about: ['ValidationHeapTrendingUp', 'ValidationHeapLeak'],
  every: '2m',
  series: {
    [heap]: '80000000 for 1h, 240000000 for 9h, gone for 10m, 80000000 for 50m, 240000000 for 9h, 320000000 for 10h',
    [count]: '0 growing by 5 for 10h, gone for 10m, 0 growing by 5 for 1190m',
  },
  looks: [
    { at: '7h', firing: [], because: 'three times as much as in its first hour is how a process starts' },
    { at: '17h', firing: [], because: 'the same after the deployment' },
    { at: '19h', firing: [], because: 'as much as before it' },
    {
      at: '23h',
      firing: ['ValidationHeapTrendingUp warning instance=a:1'],
      because: 'without a new start a third more is a trend, and once is no leak',
    },
    { at: '29h', firing: [], because: 'it stays where it is' },
  ],
};

import { ONE, print } from '../exact/decimal';
import { type Shape } from './shape';

/** Always 1: an alert on it shows, by arriving, that rules are evaluated and notifications delivered. */
export function heartbeat(record: string): Shape {
  return {
    kind: 'heartbeat',
    record,
    expr: 'vector(1)',
    reads: [],
    keeps: [],
    literals: ['1'],
    breach: ({ operator, value }) => `${record} ${operator} ${print(value)}`,
    drive: () => [],
    step: ONE,
    range: { min: ONE, max: ONE },
    window: '0s',
    warmup: '0s',
    holds: '0s',
    instances: 'counted',
    whenMissing: 'fires',
    edges: () => [],
  };
}

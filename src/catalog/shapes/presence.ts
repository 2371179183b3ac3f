import { decimal, ONE, print, ZERO } from '../exact/decimal';
import { promql, type Selector } from '../kinds/selector';
import { gauge } from './series';
import { type Shape } from './shape';

/** How many series there are, 0 when there are none: the one shape that fires on missing data. */
export function presence(record: string, selector: Selector): Shape {
  return {
    kind: 'presence',
    record,
    expr: `count(${promql(selector)}) or vector(0)`,
    reads: [selector],
    keeps: [],
    literals: ['0'],
    breach: ({ operator, value }) => `${record} ${operator} ${print(value)}`,
    drive: (value) =>
      Array.from({ length: Number(print(value)) }, (_, i) => gauge(selector, ZERO, { instance: `${i}:1` })),
    step: ONE,
    range: { min: ZERO, max: decimal('3') },
    window: '0s',
    warmup: '0s',
    holds: '0s',
    instances: 'counted',
    whenMissing: 'fires',
    edges: ({ bound }) =>
      [
        {
          name: 'series that are there count whatever their value',
          series: [gauge(selector, decimal('7'))],
          value: ONE,
        },
      ].filter(() => bound.operator.startsWith('<')),
  };
}

import { decimal, ONE, print, ZERO, type Decimal } from '../exact/decimal';
import { type Duration } from '../exact/duration';
import { promql, type Selector } from '../kinds/selector';
import { aroundTheEdge, burst, restarted } from './burst';
import { counter, gauge } from './series';
import { SECOND_SAMPLE } from './settled';
import { type Shape } from './shape';

interface IncreaseOptions {
  /** Labels to judge apart. */
  readonly by?: readonly string[];
}

const LONG_AGO = decimal('1000');

/**
 * How often something was counted within `window`, all instances added; a counter that starts again loses nothing.
 * Prometheus stretches what it saw to the whole window, so the count is rounded to whole numbers again.
 * The counter has to be there before it first grows: one that appears with a failure shows only the next one.
 * A `for` as long as the window would never see a single failure through.
 */
export function increase(
  record: string,
  selector: Selector,
  window: Duration,
  { by = [] }: IncreaseOptions = {}
): Shape {
  const growing = (value: Decimal) => [counter(selector, value)];
  const grouping = by.length > 0 ? ` by (${by.join(', ')}) ` : '';
  return {
    kind: 'increase',
    record,
    expr: `round(sum${grouping}(increase(${promql(selector)}[${window}])))`,
    reads: [selector],
    keeps: by,
    literals: [],
    breach: ({ operator, value }) => {
      if (!operator.startsWith('>')) {
        throw new Error(`${record}: an increase can only be judged as "> bound" or ">= bound", not "${operator}"`);
      }
      return `${record} ${operator} ${print(value)}`;
    },
    drive: (value) => burst(growing(value)),
    step: ONE,
    range: { min: ZERO },
    window,
    holds: '0s',
    warmup: SECOND_SAMPLE,
    instances: 'added',
    whenMissing: 'silent',
    edges: ({ worst }, stepSeconds) => {
      const { inside, outside } = aroundTheEdge(window, stepSeconds);
      return [
        {
          name: 'what is about to leave the window still counts',
          series: burst(growing(worst)),
          value: worst,
          step: inside,
        },
        {
          name: 'what left the window is forgotten',
          series: burst(growing(worst)),
          value: ZERO,
          step: outside,
        },
        {
          name: 'a counter that starts again loses nothing',
          series: restarted(growing(worst)),
          value: worst,
        },
        { name: 'what was counted before does not matter', series: [gauge(selector, LONG_AGO)], value: ZERO },
      ];
    },
  };
}

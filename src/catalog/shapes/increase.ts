import { compare, decimal, minus, ONE, print, ZERO, type Decimal } from '../exact/decimal';
import { seconds, type Duration } from '../exact/duration';
import { promql, type Selector } from '../kinds/selector';
import { counter, gauge, type Series } from './series';
import { SECOND_SAMPLE } from './settled';
import { type Shape } from './shape';

interface IncreaseOptions {
  /** Labels to judge apart. */
  readonly by?: readonly string[];
}

/** Further from the edge of a window than Prometheus 2 and 3 disagree about it. */
const EDGE_STEPS = 2;
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
    drive: (value) => [burst(selector, value)],
    step: ONE,
    range: { min: ZERO },
    window,
    holds: '0s',
    warmup: SECOND_SAMPLE,
    instances: 'added',
    whenMissing: 'silent',
    edges: ({ worst }, stepSeconds) => {
      const steps = Math.floor(seconds(window) / stepSeconds);
      const restarted = [{ value: worst, steps: 1 }, { value: minus(ZERO, worst), steps: 1 }, { value: ZERO }];
      return [
        {
          name: 'what is about to leave the window still counts',
          series: [burst(selector, worst)],
          value: worst,
          step: steps - EDGE_STEPS,
        },
        {
          name: 'what left the window is forgotten',
          series: [burst(selector, worst)],
          value: ZERO,
          step: steps + EDGE_STEPS,
        },
        {
          name: 'a counter that starts again loses nothing',
          series: [{ ...counter(selector, worst), phases: restarted }],
          value: worst,
        },
        { name: 'what was counted before does not matter', series: [gauge(selector, LONG_AGO)], value: ZERO },
      ];
    },
  };
}

/** All of `value` between the first two samples: from then on, and while the first is in the window, exactly that much. */
const burst = (selector: Selector, value: Decimal): Series => ({
  ...counter(selector, value),
  phases: compare(value, ZERO) === 0 ? [{ value }] : [{ value, steps: 1 }, { value: ZERO }],
});

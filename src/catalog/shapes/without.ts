import { ONE, plus, print, ZERO, type Decimal } from '../exact/decimal';
import { type Selector } from '../kinds/selector';
import { held, heldFor } from './held';
import { greatestOf } from './measured';
import { oneGone } from './oneGone';
import { changed, gauge, onInstance } from './series';
import { type Shape } from './shape';

interface Silence {
  /** What goes on. */
  readonly traffic: Selector;
  /** What comes with it when all is well. */
  readonly events: Selector;
}

/**
 * Traffic as long as no event comes with it; one event, and there is no value. Both are windowed counts in gauges of the
 * exporter; replicas tell the same, so the greatest of each counts. A count that is missing is no zero.
 */
export function without(record: string, { traffic, events }: Silence): Shape {
  const max = (selector: Selector) => `max(${held(selector)})`;
  const seen = (instance: string, messages: Decimal, came: Decimal) =>
    onInstance([gauge(traffic, messages), gauge(events, came)], instance);
  return {
    kind: 'without',
    record,
    expr: `${max(traffic)} and (${max(events)} == 0)`,
    reads: [traffic, events],
    keeps: [],
    literals: ['0'],
    breach: ({ operator, value }) => {
      if (!operator.startsWith('>')) {
        throw new Error(`${record}: silence can only be judged from so much traffic on, not "${operator}"`);
      }
      return `${record} ${operator} ${print(value)}`;
    },
    drive: (value) => [gauge(traffic, value), gauge(events, ZERO)],
    step: ONE,
    range: { min: ZERO },
    window: '0s',
    warmup: '0s',
    holds: heldFor(traffic),
    instances: 'replicas',
    whenMissing: 'silent',
    evaluate: (found) => {
      const value = greatestOf(traffic, found);
      return value >= 0 && greatestOf(events, found) === 0 ? [{ name: record, labels: {}, value }] : [];
    },
    edges: ({ bound, worst }, stepSeconds) => [
      ...[bound.value, worst].flatMap((value) => [
        { name: `${print(value)} with one event`, series: [gauge(traffic, value), gauge(events, ONE)] },
        {
          name: `${print(value)} with as many events`,
          series: [gauge(traffic, value), gauge(events, plus(value, ONE))],
        },
        { name: `${print(value)} and the events are missing`, series: [gauge(traffic, value)] },
      ]),
      { name: 'an event has just come', series: [gauge(traffic, worst), changed(gauge(events, ONE), ZERO)] },
      { name: 'the traffic is missing', series: [gauge(events, ZERO)] },
      { name: 'neither traffic nor events', series: [gauge(traffic, ZERO), gauge(events, ZERO)], value: ZERO },
      {
        name: 'a replica that has just started does not hide the traffic',
        series: [...seen('a:1', worst, ZERO), ...seen('b:1', ZERO, ZERO)],
        value: worst,
      },
      {
        name: 'a replica that has seen no event yet does not hide that of the other',
        series: [...seen('a:1', worst, ONE), ...seen('b:1', worst, ZERO)],
      },
      ...oneGone([gauge(traffic, worst), gauge(events, ZERO)], heldFor(traffic), stepSeconds),
    ],
  };
}

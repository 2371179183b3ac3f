import { decimal, ONE, print, ZERO } from '../exact/decimal';
import { type Duration } from '../exact/duration';
import { promql, type Selector } from '../kinds/selector';
import { aroundTheEdge } from './burst';
import { foundBy, type Measured } from './measured';
import { held, heldFor } from './held';
import { gauge } from './series';
import { type Shape } from './shape';

interface LevelOptions {
  /** Which of several instances counts: with `>` the greatest is the worst, with `<` any good one is enough. */
  readonly of?: 'max' | 'min';
  /** Labels to judge apart. */
  readonly by?: readonly string[];
  /** Judge the worst value of so long instead of the last one: for a gauge that moves between two scrapes. */
  readonly over?: Duration;
  /** Distance to the nearest value worth testing, in the unit of the series. */
  readonly step?: `${number}`;
}

/** A gauge judged as it is. */
export function level(
  record: string,
  selector: Selector,
  { of = 'max', by = [], step = '1', over }: LevelOptions = {}
): Shape {
  const grouping = by.length > 0 ? ` by (${by.join(', ')}) ` : '';
  const read = over === undefined ? held(selector) : `${of}_over_time(${promql(selector)}[${over}])`;
  return {
    kind: 'level',
    record,
    expr: `${of}${grouping}(${read})`,
    reads: [selector],
    keeps: by,
    literals: [],
    breach: ({ operator, value }) => `${record} ${operator} ${print(value)}`,
    drive: (value) => [gauge(selector, value)],
    step: step === '1' ? ONE : decimal(step),
    range: { min: ZERO },
    window: over ?? '0s',
    warmup: '0s',
    holds: over ?? heldFor(selector),
    instances: by.includes('instance') ? 'apart' : of === 'max' ? 'greatest' : 'least',
    whenMissing: 'silent',
    edges: ({ worst, healthy }, stepSeconds) =>
      over === undefined
        ? []
        : [
            {
              name: 'what is about to leave the window still counts',
              series: [{ ...gauge(selector, worst), phases: [{ value: worst, steps: 2 }, { value: healthy }] }],
              value: worst,
              step: aroundTheEdge(over, stepSeconds).inside,
            },
          ],
    // Of a while only Prometheus knows.
    ...(over === undefined && { evaluate: evaluated }),
  };

  function evaluated(found: readonly Measured[]): Measured[] {
    const groups = new Map<string, Measured>();
    for (const { labels, value } of foundBy(selector, found)) {
      const kept = Object.fromEntries(by.map((label) => [label, labels[label] ?? '']));
      const key = JSON.stringify(kept);
      groups.set(key, { name: record, labels: kept, value: Math[of](value, groups.get(key)?.value ?? value) });
    }
    return [...groups.values()];
  }
}

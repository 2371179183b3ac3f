import { decimal, ONE, print, ZERO } from '../exact/decimal';
import { type Selector } from '../kinds/selector';
import { foundBy, type Measured } from './measured';
import { held, heldFor } from './held';
import { gauge } from './series';
import { type Shape } from './shape';

interface LevelOptions {
  /** Which of several instances counts: with `>` the greatest is the worst, with `<` any good one is enough. */
  readonly of?: 'max' | 'min';
  /** Labels to judge apart. */
  readonly by?: readonly string[];
  /** Distance to the nearest value worth testing, in the unit of the series. */
  readonly step?: `${number}`;
}

/** A gauge judged as it is. */
export function level(
  record: string,
  selector: Selector,
  { of = 'max', by = [], step = '1' }: LevelOptions = {}
): Shape {
  const grouping = by.length > 0 ? ` by (${by.join(', ')}) ` : '';
  return {
    kind: 'level',
    record,
    expr: `${of}${grouping}(${held(selector)})`,
    reads: [selector],
    keeps: by,
    literals: [],
    breach: ({ operator, value }) => `${record} ${operator} ${print(value)}`,
    drive: (value) => [gauge(selector, value)],
    step: step === '1' ? ONE : decimal(step),
    range: { min: ZERO },
    window: '0s',
    warmup: '0s',
    holds: heldFor(selector),
    instances: of === 'max' ? 'greatest' : 'least',
    whenMissing: 'silent',
    edges: () => [],
    evaluate: (found) => {
      const groups = new Map<string, Measured>();
      for (const { labels, value } of foundBy(selector, found)) {
        const kept = Object.fromEntries(by.map((label) => [label, labels[label] ?? '']));
        const key = JSON.stringify(kept);
        groups.set(key, { name: record, labels: kept, value: Math[of](value, groups.get(key)?.value ?? value) });
      }
      return [...groups.values()];
    },
  };
}

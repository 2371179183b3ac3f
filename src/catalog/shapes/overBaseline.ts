import { decimal, floor, minus, ONE, plus, print, times, ZERO, type Decimal } from '../exact/decimal';
import { seconds, type Duration } from '../exact/duration';
import { type Selector } from '../kinds/selector';
import { held, heldFor } from './held';
import { greatestOf } from './measured';
import { oneGone } from './oneGone';
import { changed, gauge } from './series';
import { type Shape } from './shape';

interface BaselineParts {
  /** What is counted now. */
  readonly current: Selector;
  /** What is usual, in the same unit, without what is counted now. */
  readonly baseline: Selector;
  /** Seconds of history that the baseline is made of. */
  readonly history: Selector;
  /** A lower baseline counts as this: five instead of one is no surge. */
  readonly floor: `${number}`;
  /** From so much history on there is a value at all. */
  readonly from: Duration;
}

const USUAL = decimal('1000');

/**
 * How many times the baseline something is, all three gauges of the exporter. Replicas tell the same, so the greatest of
 * each counts. Without a baseline or enough history there is no value.
 */
export function overBaseline(record: string, parts: BaselineParts): Shape {
  const { current, baseline, history } = parts;
  const least = decimal(parts.floor);
  const enough = decimal(String(seconds(parts.from)));
  const max = (selector: Selector) => `max(${held(selector)})`;
  const driven = (now: Decimal, usual: Decimal, past = enough, labels: Readonly<Record<string, string>> = {}) => [
    gauge(current, now, labels),
    gauge(baseline, usual, labels),
    gauge(history, past, labels),
  ];
  const at = (value: Decimal, past?: Decimal) => driven(times(value, USUAL), USUAL, past);
  return {
    kind: 'overBaseline',
    record,
    expr: `${max(current)} / clamp_min(${max(baseline)}, ${parts.floor}) and (${max(history)} >= ${print(enough)})`,
    reads: [current, baseline, history],
    keeps: [],
    literals: [parts.floor, print(enough)],
    breach: ({ operator, value }) => {
      if (!operator.startsWith('>')) {
        throw new Error(`${record}: a surge can only be judged as "> bound" or ">= bound", not "${operator}"`);
      }
      return `${record} ${operator} ${print(value)}`;
    },
    drive: (value) => at(value),
    step: decimal('0.001'),
    range: { min: ZERO },
    window: '0s',
    warmup: '0s',
    holds: heldFor(current),
    instances: 'replicas',
    whenMissing: 'silent',
    evaluate: (found) => {
      const [now = 0, usual = 0, past = 0] = [current, baseline, history].map((selector) =>
        greatestOf(selector, found)
      );
      return now >= 0 && usual >= 0 && past >= Number(print(enough))
        ? [{ name: record, labels: {}, value: now / Math.max(usual, Number(parts.floor)) }]
        : [];
    },
    edges: ({ bound, worst }, stepSeconds) => {
      // Whole multiples of the floor: those a float divides exactly.
      const below = floor(bound.value);
      const above = plus(below, ONE);
      return [
        ...[below, above].flatMap((value) => [
          {
            name: `no baseline yet, ${print(value)} times the floor`,
            series: driven(times(value, least), ZERO),
            value,
          },
          {
            name: `a baseline one below the floor, ${print(value)} times the floor`,
            series: driven(times(value, least), minus(least, ONE)),
            value,
          },
          { name: `a baseline at the floor, ${print(value)} times`, series: driven(times(value, least), least), value },
        ]),
        { name: 'one second too little history', series: at(worst, minus(enough, ONE)) },
        { name: 'just enough history', series: at(worst, enough), value: worst },
        { name: 'plenty of history', series: at(worst, times(enough, decimal('7'))), value: worst },
        {
          name: 'the history of another installation does not count',
          series: [...at(worst, ZERO), gauge(history, enough, strange(history))],
        },
        { name: 'no history at all', series: at(worst, ZERO) },
        {
          name: 'the baseline has just risen',
          series: [gauge(current, times(worst, USUAL)), changed(gauge(baseline, USUAL), ONE), gauge(history, enough)],
          value: worst,
        },
        {
          name: 'there has just come enough history',
          series: [
            gauge(current, times(worst, USUAL)),
            gauge(baseline, USUAL),
            changed(gauge(history, enough), minus(enough, ONE)),
          ],
          value: worst,
        },
        ...['current value', 'baseline', 'history'].map((missing, i) => ({
          name: `the ${missing} is missing`,
          series: at(worst).filter((_, k) => k !== i),
        })),
        {
          name: 'a replica that has just started',
          series: [
            ...driven(times(worst, USUAL), USUAL, enough, { instance: 'a:1' }),
            ...driven(ZERO, ZERO, ZERO, { instance: 'b:1' }),
          ],
          value: worst,
        },
        ...oneGone(at(worst), heldFor(current), stepSeconds),
      ];
    },
  };
}

/** Labels of a series that is alike and of an installation that nobody asked for. */
const strange = ({ identity }: Selector) =>
  Object.fromEntries(Object.keys(identity).map((label) => [label, 'stranger']));

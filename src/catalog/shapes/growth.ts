import { decimal, minus, ONE, print, times, ZERO, type Decimal } from '../exact/decimal';
import { multiple, seconds, type Duration } from '../exact/duration';
import { promql, withSuffix, type Selector } from '../kinds/selector';
import { counter, gauge, onInstance, strange, type Phase, type Series } from './series';
import { type Edge, type Extremes, type Shape } from './shape';

interface GrowthOptions {
  /** The lowest value of each window is what is compared. */
  readonly window: Duration;
  /** How many windows the compared ones lie apart. */
  readonly apart: number;
  /** 2: it has to have grown so in the time before, too. */
  readonly periods?: 1 | 2;
  /** A histogram of the same process, whose count starts again with the process. */
  readonly restarts: Selector;
}

/** From the start of a series to the first window that is compared: what a process still warms up in. */
const WARM_UP_WINDOWS = 2;
/** Evaluations per window: the lowest value changes slowly, and Prometheus forgets a record that is older than 5 minutes. */
const ROUNDS = 30;
const LEVEL = decimal('1000000');
const TWO = decimal('2');
const STEP = decimal('0.001');

/**
 * How many times as high as some windows ago the lowest value of a gauge is, per instance: the low points of a heap are
 * what garbage collection cannot free. There is no value until the compared window and one before it are known, and
 * none where the process started again in either of them: a fresh heap is small, and growing into its size is no leak.
 */
export function growth(record: string, selector: Selector, options: GrowthOptions): Shape {
  const { window, apart, periods = 1, restarts } = options;
  const count = withSuffix(restarts, '_count');
  const ago = multiple(window, apart);
  const known = multiple(window, apart + WARM_UP_WINDOWS);
  const lowest = (offset = '') => `max by (instance) (min_over_time(${promql(selector)}[${window}]${offset}))`;
  const started = `resets(${promql(count)}[${multiple(window, WARM_UP_WINDOWS)}] offset ${ago}) > 0`;
  return {
    kind: 'growth',
    record,
    expr:
      `${lowest()} / (${lowest(` offset ${ago}`)} > 0)` +
      ` and on (instance) min_over_time(${promql(selector)}[${window}] offset ${known})` +
      ` unless on (instance) (${started})`,
    reads: [selector, count],
    keeps: ['instance'],
    literals: ['0'],
    breach: ({ operator, value }) => {
      const grown = `${record} ${operator} ${print(value)}`;
      return periods === 1 ? grown : `${grown} and on (instance) (${record} offset ${ago} ${operator} ${print(value)})`;
    },
    // It rises in steps that every compared window lies between.
    drive: (value, stepSeconds) => [
      rising(selector, stepSeconds, window, [
        [ONE, apart],
        ...(periods === 2 ? [[value, apart] as const] : []),
        [periods === 2 ? times(value, value) : value],
      ]),
    ],
    step: STEP,
    range: {},
    window,
    warmup: multiple(window, apart * periods + WARM_UP_WINDOWS),
    holds: '0s',
    instances: 'apart',
    whenMissing: 'silent',
    pace: paceOf(window),
    ...(periods === 2 && { remembers: ago }),
    edges: (extremes, stepSeconds) =>
      periods === 1
        ? edges({ selector, count, window, apart }, extremes.worst, stepSeconds)
        : [
            // The record is the same; what grew once is no reason to fire.
            ...edges({ selector, count, window, apart }, extremes.worst, stepSeconds).map((edge) => ({
              ...edge,
              silent: true as const,
            })),
            ...repeated({ selector, window, apart }, extremes, stepSeconds),
          ],
  };
}

const paceOf = (window: Duration): Duration => {
  const pace = Math.max(1, Math.floor(seconds(window) / ROUNDS));
  return pace % 60 === 0 ? `${pace / 60}m` : `${pace}s`;
};

/** A value, as a multiple of the usual one, and for how many windows; nothing as the value means no sample. */
type Stretch = readonly [value: Decimal | undefined, windows?: number];

function rising(selector: Selector, stepSeconds: number, window: Duration, stretches: readonly Stretch[]): Series {
  const perWindow = seconds(window) / stepSeconds;
  return {
    ...gauge(selector, LEVEL),
    phases: stretches.map(([value, windows]): Phase => ({
      ...(value ? { value: times(value, LEVEL) } : { value: ZERO, missing: true }),
      ...(windows !== undefined && { steps: Math.round(windows * perWindow) }),
    })),
  };
}

interface Place {
  readonly selector: Selector;
  readonly count: Selector;
  readonly window: Duration;
  readonly apart: number;
}

function edges({ selector, count, window, apart }: Place, value: Decimal, stepSeconds: number): Edge[] {
  const steps = (windows: number) => Math.round((windows * seconds(window)) / stepSeconds);
  const heap = (...stretches: Stretch[]) => rising(selector, stepSeconds, window, stretches);
  const known = apart + WARM_UP_WINDOWS;
  const usual = heap([ONE, known], [value]);
  /** The count of validations of a process that starts again after so many windows. */
  const restarted = (windows: number): Series => ({
    ...counter(count, ONE, { instance: usual.labels.instance ?? '' }),
    phases: [{ value: ONE, steps: steps(windows) }, { value: decimal(`-${steps(windows)}`), steps: 1 }, { value: ONE }],
  });
  return [
    {
      name: 'it has not been known for long enough',
      series: [heap([ONE, apart], [value])],
      step: steps(known) - 1,
    },
    {
      name: 'something else on the instance has been known for longer',
      series: [heap([undefined, 1], [ONE, apart - 1], [value]), ...strange(selector, [heap([ONE])])],
      step: steps(known),
    },
    // With the compared window at 5 to 6, what must be known lies at 3 to 4.
    {
      name: 'it was there before, but not in the window that has to be known',
      series: [heap([undefined, 2.25], [ONE, 0.5], [undefined, 1.75], [ONE, 3.5], [value])],
      step: steps(apart + 6),
    },
    {
      name: 'it was there early in the window that has to be known',
      series: [heap([undefined, 3.25], [ONE, 0.25], [undefined, 1], [ONE, 3.5], [value])],
      step: steps(apart + 6),
      value,
    },
    { name: 'it rose half a window ago', series: [usual], value: ONE, step: steps(known + 0.5) },
    { name: 'it rose one and a half windows ago', series: [usual], value, step: steps(known + 1.5) },
    { name: 'what it rose to has become usual', series: [usual], value: ONE, step: steps(known + apart + 2) },
    {
      name: 'it was lower just before the compared window',
      series: [heap([times(ONE, decimal('0.5')), 5.5], [ONE, 3.5], [value])],
      value,
      step: steps(apart + 7),
    },
    {
      name: 'it was lower early in the compared window',
      series: [heap([decimal('0.5'), 5.5], [ONE, 3.5], [value])],
      value: times(value, TWO),
      step: steps(apart + 6),
    },
    {
      name: 'it was zero, as before a first measurement',
      series: [heap([ZERO, apart], [value])],
      step: steps(known + 1),
    },
    // The compared window and the one before it lie at 1 to 3.
    {
      name: 'the process started again in the compared window',
      series: [heap([ONE, apart], [value]), restarted(2.5)],
      step: steps(apart + 3),
    },
    {
      name: 'the process started again just before the compared window',
      series: [heap([ONE, apart], [value]), restarted(1.5)],
      step: steps(apart + 3),
    },
    {
      name: 'the process started again long before',
      series: [heap([ONE, apart], [value]), restarted(1)],
      step: steps(apart + 4),
      value,
    },
    {
      name: 'something else on the instance started again',
      series: [heap([ONE, apart], [value]), ...strange(count, [restarted(2.5)])],
      step: steps(apart + 3),
      value,
    },
    {
      name: 'another instance started again',
      series: onInstance([heap([ONE, apart], [value]), restarted(2.5)], 'a:1').concat(
        onInstance([heap([ONE, apart], [value])], 'b:1')
      ),
      step: steps(apart + 3),
      apart: [{ labels: { instance: 'b:1' }, value }],
    },
    {
      name: 'another instance has been known for longer',
      series: onInstance([heap([ONE])], 'a:1').concat(
        onInstance([heap([undefined, 1], [ONE, apart - 1], [value])], 'b:1')
      ),
      step: steps(known),
      apart: [{ labels: { instance: 'a:1' }, value: ONE }],
    },
  ];
}

function repeated(
  { selector, window, apart }: Omit<Place, 'count'>,
  { worst, bound }: Extremes,
  stepSeconds: number
): Edge[] {
  const steps = (windows: number) => Math.round((windows * seconds(window)) / stepSeconds);
  const heap = (...stretches: Stretch[]) => [rising(selector, stepSeconds, window, stretches)];
  const nearly = minus(bound.value, STEP);
  return [
    { name: 'it grew only now', series: heap([ONE, 2 * apart], [worst]), value: worst, silent: true },
    { name: 'it grew only before', series: heap([ONE, apart], [worst]), value: ONE },
    {
      name: 'it grew nearly enough now',
      series: heap([ONE, apart], [worst, apart], [times(worst, nearly)]),
      value: nearly,
    },
    {
      name: 'it grew nearly enough before',
      series: heap([ONE, apart], [nearly, apart], [times(worst, nearly)]),
      value: worst,
      silent: true,
    },
    {
      name: 'one instance grew now, another one before',
      series: [
        ...onInstance(heap([ONE, 2 * apart], [worst]), 'a:1'),
        ...onInstance(heap([ONE, apart], [worst]), 'b:1'),
      ],
      apart: [
        { labels: { instance: 'a:1' }, value: worst },
        { labels: { instance: 'b:1' }, value: ONE },
      ],
      silent: true,
    },
    {
      name: 'it rested in between',
      series: heap([ONE, apart], [worst, apart + 4], [times(worst, worst)]),
      value: worst,
      step: steps(2 * apart + 6),
    },
  ];
}

import { applies, pointsDown } from '../../../src/catalog/exact/bound';
import { compare, decimal, minus, plus, print, times, type Decimal } from '../../../src/catalog/exact/decimal';
import { seconds, type Duration } from '../../../src/catalog/exact/duration';
import { alertBound, enabledLevels, evaluationOf, holdOf, type Alert } from '../../../src/catalog/kinds/alert';
import { type AlertLevel } from '../../../src/catalog/kinds/threshold';
import { type Settings } from '../../../src/catalog/settings/settings';
import { onInstance, type Series } from '../../../src/catalog/shapes/series';
import { type Apart } from '../../../src/catalog/shapes/shape';
import { alternatives } from './alternatives';
import { onset } from './onset';
import { restarted } from './restarted';
import { loudStrangers, strangers } from './strangers';

/** What an alert must do in one situation. */
export interface Case {
  readonly name: string;
  readonly series: readonly Series[];
  /** Evaluations after the start at which it is looked at. */
  readonly step: number;
  /** The judged value; nothing when there is none. */
  readonly value?: Decimal;
  readonly firing: readonly AlertLevel[];
  /** Where several things are judged apart: all of them, instead of `value` and `firing`. */
  readonly apart?: ReadonlyArray<Apart & { readonly firing: readonly AlertLevel[] }>;
}

/** The cases of one alert, from its shape and threshold alone: no test is written per rule. */
export function casesOf(alert: Alert, settings: Settings): Case[] {
  const { shape } = alert;
  const interval = seconds(evaluationOf(alert, settings));
  const steps = (duration: Duration) => Math.ceil(seconds(duration) / interval);
  const levels = enabledLevels(alert, settings).map((level) => ({
    level,
    bound: alertBound(alert, level),
    hold: steps(holdOf(alert, level)),
  }));
  const [first] = levels;
  const last = levels.at(-1);
  if (!first || !last) {
    return [];
  }
  const warmup = steps(shape.warmup);
  const longest = Math.max(...levels.map(({ hold }) => hold));
  const settledStep = warmup + longest + 2;
  const inRange = (value: Decimal) =>
    (!shape.range.min || compare(value, shape.range.min) >= 0) &&
    (!shape.range.max || compare(value, shape.range.max) <= 0);
  const firing = (value: Decimal, held = longest) =>
    levels.filter(({ bound, hold }) => applies(bound, value) && held >= hold).map(({ level }) => level);
  const drive = (value: Decimal) => shape.drive(value, interval);
  const at = (name: string, value: Decimal, series = drive(value), step = settledStep): Case => ({
    name,
    series,
    step,
    value,
    firing: firing(value, step - warmup),
  });

  const down = pointsDown(last.bound);
  const far = times(plus(last.bound.value, shape.step), decimal('3'));
  const low = shape.range.min ?? times(last.bound.value, decimal('0.1'));
  const high = shape.range.max ?? far;
  const worst = down ? low : high;
  const healthy = down ? high : low;

  const neighbours = levels.flatMap(({ level, bound }) =>
    (
      [
        ['one step below', minus(bound.value, shape.step)],
        ['at', bound.value],
        ['one step above', plus(bound.value, shape.step)],
      ] as const
    )
      .filter(([, value]) => inRange(value))
      .map(([where, value]) => at(`${where} the ${level} bound ${print(bound.value)}`, value))
  );
  const holds = levels.flatMap(({ level, hold }) => [
    ...(hold > 0
      ? [at(`${level}: one evaluation before its "for" has passed`, worst, drive(worst), warmup + hold - 1)]
      : []),
    at(`${level}: when its "for" has passed`, worst, drive(worst), warmup + hold),
  ]);
  const surrounded = [
    { name: 'bad strangers beside a healthy value', value: healthy, series: strangers(shape.reads, drive(worst)) },
    { name: 'healthy strangers beside a bad value', value: worst, series: strangers(shape.reads, drive(healthy)) },
    ...[worst, healthy].flatMap((value) =>
      loudStrangers(shape.reads, drive(value)).map(({ metric, series }) => ({
        name: `loud strangers of ${metric} beside a ${value === worst ? 'bad' : 'healthy'} value`,
        value,
        series,
      }))
    ),
  ].filter(({ series }) => series.length > 0);

  return [
    ...neighbours,
    ...holds,
    ...[worst, healthy]
      .map((value) => ({ value, series: restarted(drive(value), settledStep - 2) }))
      .filter(({ series }) => series.length > 0)
      .map(({ value, series }) => at(`counters that start again at ${print(value)}`, value, series)),
    ...alternatives(shape.reads, drive(worst)).map(({ name, series }) => at(name, worst, series)),
    ...onset(shape.window, drive, worst, healthy, { steps, longest }).map(({ name, series, step }) =>
      at(name, worst, series, step)
    ),
    ...surrounded.map(({ name, value, series }) => at(name, value, [...drive(value), ...series])),
    ...instances(shape.instances, drive, worst, healthy).map(({ name, value, series }) => at(name, value, series)),
    {
      name: 'no data at all',
      series: [],
      step: settledStep,
      ...(shape.whenMissing === 'fires' && { value: shape.range.min ?? last.bound.value }),
      firing: shape.whenMissing === 'fires' ? firing(shape.range.min ?? last.bound.value) : [],
    },
    ...[worst, healthy].flatMap((value) =>
      gone(drive(value), settledStep, steps(shape.holds)).map(({ name, still, ...situation }) => ({
        ...situation,
        name: `${name} (${print(value)})`,
        ...(still ? { value, firing: firing(value) } : { firing: [] }),
      }))
    ),
    ...(warmup > 1
      ? [{ name: 'right after a start', series: drive(worst), step: 1, firing: [] }]
      : firing(healthy).length === 0
        ? [at('healthy right after a start', healthy, drive(healthy), 1)]
        : []),
    ...(shape.instances === 'apart' ? judgedApart(drive, worst, healthy) : []).map(({ apart, ...situation }) => ({
      ...situation,
      step: settledStep,
      firing: [],
      apart: apart.map((one) => ({ ...one, firing: firing(one.value) })),
    })),
    ...recovery(shape.window, drive, worst, healthy, { steps, warmup, longest }).map((situation) => ({
      ...situation,
      firing: firing(situation.value),
    })),
    ...shape
      .edges({ bound: last.bound, worst, healthy }, interval)
      .map(({ name, series, value, apart, silent, step = settledStep }): Case => ({
        name,
        series,
        step,
        ...(value && { value }),
        firing: value && !silent ? firing(value, step - warmup) : [],
        ...(apart && {
          apart: apart.map((one) => ({ ...one, firing: silent ? [] : firing(one.value, step - warmup) })),
        }),
      })),
  ];
}

interface Situation {
  readonly name: string;
  readonly value: Decimal;
  readonly series: readonly Series[];
}

/** Two instances of the application, or two replicas of the exporter. */
function instances(
  kind: Alert['shape']['instances'],
  drive: (value: Decimal) => readonly Series[],
  worst: Decimal,
  healthy: Decimal
): Situation[] {
  const on = (instance: string, value: Decimal) =>
    drive(value).map((series) => ({ ...series, labels: { ...series.labels, instance } }));
  const two = (a: Decimal, b: Decimal) => [...on('a:1', a), ...on('b:1', b)];
  const greater = compare(worst, healthy) > 0 ? worst : healthy;
  const lesser = greater === worst ? healthy : worst;
  switch (kind) {
    case 'greatest':
      return [{ name: 'of two instances the greater value counts', value: greater, series: two(lesser, greater) }];
    case 'least':
      return [{ name: 'of two instances the lesser value counts', value: lesser, series: two(lesser, greater) }];
    case 'added':
      return [worst, healthy].map((value) => ({
        name: `two instances at ${print(value)} are added`,
        value: plus(value, value),
        series: two(value, value),
      }));
    case 'pooled':
    case 'replicas':
      return [worst, healthy].map((value) => ({
        name: `two instances at ${print(value)}`,
        value,
        series: two(value, value),
      }));
    case 'apart':
      return [
        {
          name: 'of two series of one instance the greater counts',
          value: worst,
          series: drive(worst).flatMap((series) => [series, tenth(series)]),
        },
      ];
    case 'counted':
      return [];
  }
}

/** A tenth as high all the time, with a label that nothing asks for. */
const tenth = (series: Series): Series => ({
  ...series,
  labels: { ...series.labels, beside: 'one' },
  phases: series.phases.map((phase) => ({ ...phase, value: times(phase.value, decimal('0.1')) })),
});

/** Two instances of which one is bad and the other one healthy. */
function judgedApart(
  drive: (value: Decimal) => readonly Series[],
  worst: Decimal,
  healthy: Decimal
): Array<{ readonly name: string; readonly series: Series[]; readonly apart: Apart[] }> {
  const judged = [
    { labels: { instance: 'a:1' }, value: worst },
    { labels: { instance: 'b:1' }, value: healthy },
  ];
  return [
    {
      name: 'each of two instances is judged for itself',
      series: judged.flatMap(({ labels, value }) => onInstance(drive(value), labels.instance)),
      apart: judged,
    },
  ];
}

/** Bad for a while, then healthy: forgotten once the window has passed. */
function recovery(
  window: Duration,
  drive: (value: Decimal) => readonly Series[],
  worst: Decimal,
  healthy: Decimal,
  { steps, warmup, longest }: { steps: (duration: Duration) => number; warmup: number; longest: number }
): Array<Situation & { step: number }> {
  const bad = warmup + longest + 2;
  const after = drive(healthy);
  const series = drive(worst).map((before) => ({
    ...before,
    phases: [
      ...before.phases.map((phase) => ({ ...phase, steps: bad })),
      ...(after.find((s) => s.name === before.name && sameLabels(s, before))?.phases ?? []),
    ],
  }));
  const complete = series.length === after.length && series.every(({ phases }) => phases.length === 2);
  return complete
    ? [
        { name: 'bad for a while', value: worst, series, step: bad - 1 },
        { name: 'recovered a window ago', value: healthy, series, step: bad + steps(window) + 1 },
      ]
    : [];
}

/** Series that end while they are bad, looked at well before and well after their last value has lapsed. */
function gone(
  driven: readonly Series[],
  end: number,
  holds: number
): Array<Pick<Case, 'name' | 'series' | 'step'> & { still: boolean }> {
  const series = driven.map((one) => ({ ...one, phases: one.phases.map((phase) => ({ ...phase, steps: end })) }));
  return holds === 0
    ? []
    : [
        {
          name: 'the series are gone, their last value holds',
          series,
          step: end + Math.floor(holds * 0.8),
          still: true,
        },
        { name: 'the series are gone for too long', series, step: end + Math.ceil(holds * 1.3), still: false },
      ];
}

const sameLabels = (a: Series, b: Series) => JSON.stringify(a.labels) === JSON.stringify(b.labels);

import { type ParsedBound } from '../exact/bound';
import { type Decimal } from '../exact/decimal';
import { type Duration } from '../exact/duration';
import { type Unit } from '../exact/unit';
import { type Selector } from '../kinds/selector';
import { type Measured } from './measured';
import { type Series } from './series';

/** A situation beside the bound itself, such as too few samples. */
export interface Edge {
  readonly name: string;
  readonly series: readonly Series[];
  /** Which value the rules should see; nothing means that they must stay silent. */
  readonly value?: Decimal;
  /** Evaluations after the start at which it is looked at, where that matters. */
  readonly step?: number;
  /** Where several things are judged at once: all of them, instead of one `value`. */
  readonly apart?: readonly Apart[];
  /** The value is there, and yet no alert may fire. */
  readonly silent?: true;
}

/** One of several things that are judged apart, by the labels that tell it. */
export interface Apart {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: Decimal;
}

/** What an edge is made around: the bound of the worst level and a value well behind it. */
export interface Extremes {
  readonly bound: ParsedBound;
  readonly worst: Decimal;
  readonly healthy: Decimal;
}

/** How an alert's `$value` is told. */
export interface Reading {
  readonly unit: Unit;
  readonly before: string;
  readonly after: string;
  /** What `$value` is when the shape is driven to `value`. */
  of(value: Decimal): Decimal;
}

/** A measurable thing: how PromQL computes it and, inversely, which series make it exactly a given value. */
export interface Shape {
  /** Name of the constructor, for the docs. */
  readonly kind: string;
  /** Name and expression of the recording rule. */
  readonly record: string;
  readonly expr: string;
  readonly reads: readonly Selector[];
  /** Labels of the read series that survive into the record, and so into the alert. */
  readonly keeps: readonly string[];
  /** The values of the kept labels where the expression itself sets them: a driven value shows under each. */
  readonly each?: ReadonlyArray<Readonly<Record<string, string>>>;
  /** How often it is worth evaluating at most; nothing where that depends on the producers alone. */
  readonly pace?: Duration;
  /** How far back `breach` looks at the record beside its present value; nothing where it does not. */
  readonly remembers?: Duration;
  /** Numbers in `expr` and in `breach` that are no bound of the threshold. */
  readonly literals: readonly string[];
  /** The alert's expression for a bound in the unit of the series. Throws when the shape cannot judge it. */
  breach(bound: ParsedBound): string;
  /** Series that make the record exactly `value`; counters grow per step of `stepSeconds`. */
  drive(value: Decimal, stepSeconds: number): readonly Series[];
  /** Distance to the nearest neighbour of a bound that is worth testing. */
  readonly step: Decimal;
  readonly range: { readonly min?: Decimal; readonly max?: Decimal };
  /** How much history the value is made of. */
  readonly window: Duration;
  /** How long after a cold start the driven value shows; rounded up to an evaluation. */
  readonly warmup: Duration;
  /** How long the last value stays when its series are gone. */
  readonly holds: Duration;
  /**
   * What two instances make: the greatest or least value counts, values are added, samples are pooled,
   * both tell the same (replicas), each is judged for itself (apart), or instances are what is counted.
   */
  readonly instances: 'greatest' | 'least' | 'added' | 'pooled' | 'replicas' | 'apart' | 'counted';
  readonly whenMissing: 'silent' | 'fires';
  /** How to say `$value` when it is not the judged value itself. */
  reading?(bound: ParsedBound): Reading;
  edges(extremes: Extremes, stepSeconds: number): readonly Edge[];
  /**
   * The record without Prometheus: its value per set of kept labels, in the arithmetic of Prometheus (doubles), from what
   * `reads` finds now; empty where `expr` has no value. Absent when history is needed.
   */
  evaluate?(found: readonly Measured[]): readonly Measured[];
}

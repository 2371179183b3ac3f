import { type Duration } from '../../src/catalog/exact/duration';

/** A story that no derived case tells: what series do over time, and what fires meanwhile. */
export interface Scenario {
  readonly name: string;
  /** The alerts it is about; it proves the kinds of their shapes. */
  readonly about: readonly [string, ...string[]];
  /** Time between two samples. */
  readonly every: Duration;
  /** The course of each series: see `readCourse`. */
  readonly series: Readonly<Record<string, string>>;
  readonly looks: readonly [Look, ...Look[]];
}

export interface Look {
  readonly at: Duration;
  /** Everything that fires of `about`: `Name level`, or `Name level label=value` where its series keep a label. */
  readonly firing: readonly string[];
  readonly because: string;
}

/** A name in `firing`, taken apart. */
export interface Firing {
  readonly alert: string;
  readonly level: string;
  readonly labels: Readonly<Record<string, string>>;
}

export function readFiring(text: string): Firing {
  const [alert = '', level = '', ...labels] = text.split(' ');
  return {
    alert,
    level,
    labels: Object.fromEntries(labels.map((label) => [label.split('=')[0], label.slice(label.indexOf('=') + 1)])),
  };
}

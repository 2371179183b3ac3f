import { type Duration } from '../exact/duration';
import { type Metric } from './metric';
import { type Query } from './query';

/** Lists of the settings whose patterns tell messages apart, and under which a template becomes a pattern. */
export const PATTERN_SETTINGS = ['validation.patterns', 'generation.categories'] as const;
export type PatternSetting = (typeof PATTERN_SETTINGS)[number];

/** Messages of a system that no pattern knows: out of them the exporter mines what they have in common. */
export interface UnknownMessages {
  /**
   * Newest first: `message`, cut to a little more than is read of it; `at`, milliseconds since 1970; `names`, a JSON list of
   * what the row calls the user's and nobody must see.
   */
  readonly query: Query;
  /** Patterns of what the messages begin with because of where they stand. */
  readonly openings: readonly string[];
  readonly setting: PatternSetting;
  readonly window: Duration;
  readonly every: Duration;
  /** How many are read at most, the newest. */
  readonly limit: number;
  /** Counts the templates; never a label for one. */
  readonly templates: Metric;
}

/** So much of a message is read, and what is longer is known to be. */
export const READ_CHARACTERS = 601;

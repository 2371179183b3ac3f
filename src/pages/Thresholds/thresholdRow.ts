import { type Catalog } from '../../catalog/catalog';
import { boundInWords } from '../../catalog/exact/bound';
import { inWords } from '../../catalog/exact/duration';
import { type Source } from '../../catalog/kinds/source';
import {
  alertLevels,
  GUARDS,
  LEVELS,
  type AlertLevel,
  type Level,
  type Threshold,
} from '../../catalog/kinds/threshold';
import { overrideSnippet } from './overrideSnippet';

export interface LevelInWords {
  readonly level: Level;
  /** "below 60 %". */
  readonly words: string;
}

export interface HoldInWords {
  readonly level: AlertLevel;
  /** "5 minutes"; nothing when the level fires at once. */
  readonly words?: string;
}

/** What a number comes from: of a level, a guard or the holding time. */
export interface SourceOf {
  readonly of: keyof Threshold['sources'];
  readonly source: Source;
}

/** One threshold as the table shows it. */
export interface ThresholdRow {
  readonly id: string;
  readonly title: string;
  /** Title of the system it belongs to. */
  readonly system: string;
  readonly levels: readonly LevelInWords[];
  /** "24 hours". */
  readonly window?: string;
  readonly minimumSample?: string;
  readonly holds: readonly HoldInWords[];
  readonly sources: readonly SourceOf[];
  /** For `genwatch.config.yaml`. */
  readonly snippet: string;
}

/** Every threshold of the catalog, in the order of its systems. */
export const thresholdRows = ({ systems }: Catalog): ThresholdRow[] =>
  systems.flatMap(({ title, thresholds }) => thresholds.map((threshold) => thresholdRow(title, threshold)));

function thresholdRow(system: string, threshold: Threshold): ThresholdRow {
  const { id, title, unit, levels, window, minimumSample, sources } = threshold;
  return {
    id,
    title,
    system,
    levels: LEVELS.flatMap((level) => {
      const bound = levels[level];
      return bound ? [{ level, words: boundInWords(bound, unit) }] : [];
    }),
    window: window && inWords(window),
    minimumSample,
    holds: alertLevels(threshold).map((level) => {
      const hold = threshold.for?.[level];
      return { level, words: hold && inWords(hold) };
    }),
    sources: ([...LEVELS, ...GUARDS, 'for'] as const).flatMap((of) => {
      const source = sources[of];
      return source ? [{ of, source }] : [];
    }),
    snippet: overrideSnippet(threshold),
  };
}

import { t } from '../../app/t';
import { type Catalog } from '../../catalog/catalog';
import { boundInWords } from '../../catalog/exact/bound';
import { inWords } from '../../catalog/exact/duration';
import { unitDefinition } from '../../catalog/exact/unit';
import { type Source } from '../../catalog/kinds/source';
import { type System } from '../../catalog/kinds/system';
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
  readonly systemId: string;
  /** Printed behind a value: " %". */
  readonly symbol: string;
  /** Printed behind a distance of two values: " points" of percent, otherwise as behind a value. */
  readonly distanceUnit: string;
  readonly levels: readonly LevelInWords[];
  /** "24 hours". */
  readonly window?: string;
  readonly minimumSample?: string;
  /** "1 day". */
  readonly history?: string;
  readonly holds: readonly HoldInWords[];
  readonly sources: readonly SourceOf[];
  /** For `genwatch.config.yaml`. */
  readonly snippet: string;
}

/** Every threshold of the catalog, in the order of its systems. */
export const thresholdRows = ({ systems }: Pick<Catalog, 'systems'>): ThresholdRow[] =>
  systems.flatMap((system) => system.thresholds.map((threshold) => thresholdRow(system, threshold)));

function thresholdRow(system: System, threshold: Threshold): ThresholdRow {
  const { id, title, unit, levels, window, minimumSample, history, sources } = threshold;
  const { symbol } = unitDefinition(unit);
  return {
    id,
    title,
    system: system.title,
    systemId: system.id,
    symbol,
    distanceUnit: unit === 'percent' ? ` ${t('thresholds.margin.points', 'points')}` : symbol,
    levels: LEVELS.flatMap((level) => {
      const bound = levels[level];
      return bound ? [{ level, words: boundInWords(bound, unit) }] : [];
    }),
    window: window && inWords(window),
    minimumSample,
    history: history && inWords(history),
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

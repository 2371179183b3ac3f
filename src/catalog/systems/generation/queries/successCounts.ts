import { type Settings } from '../../../settings/settings';
import { identifier } from '../../../sql/identifier';
import { type Range } from '../../../sql/instant';
import { literal } from '../../../sql/literal';
import { FRAMEWORKS, generationMetrics as metrics, QUANTILES, type Window } from '../metrics';
import { frameworkOf } from './frameworkOf';
import { jsonNumber } from './jsonNumber';
import { type Cell, type Cells } from './oneRow';
import { rowsWithin } from './tableRange';

/** What the metadata of a success tells in numbers: the key that holds it, and what makes base units of it. */
const MEASURES = {
  duration: { key: 'duration', divisor: 1000 },
  build: { key: 'buildTime', divisor: 1000 },
  memory: { key: 'memory', divisor: 1 },
  files: { key: 'fileCount', divisor: 1 },
} as const;
type Measure = keyof typeof MEASURES;
const MEASURE_NAMES = Object.keys(MEASURES) as readonly Measure[];

/**
 * The successes of a range as a table `success`: framework, at, and what their metadata measured. What did not succeed stands in
 * the other table and is not counted again.
 *
 * @param more further columns, made of `metadata` (`jsonb`) and `at`
 * @param lately what is young enough for the measures that no window longer than a day looks at
 */
export function successRows(settings: Settings, range: Range, more: readonly string[] = [], lately = 'true'): string {
  const { analytics } = settings.generation;
  return `success AS MATERIALIZED (
  SELECT ${[`${frameworkOf('framework')} AS framework`, 'at', ...MEASURE_NAMES.map((name) => measured(name, lately)), ...more].join(',\n    ')}
  FROM (
    SELECT framework, at, CAST(metadata AS jsonb) AS metadata
    FROM ${rowsWithin(settings, analytics, range, ['framework', 'metadata'], [identifier(analytics.columns.success)])} AS stored
  ) AS stored
)`;
}

const isOfWindow = (name: Measure, window: Window): boolean => {
  const windows: readonly Window[] = metrics[name].labels.window;
  return windows.includes(window);
};

/** A measure of the metadata in base units, as a column of its name; NULL where there is none. */
export function measured(name: Measure, lately = 'true'): string {
  const { key, divisor } = MEASURES[name];
  const value = `${jsonNumber(`metadata -> ${literal(key)}`)}${divisor === 1 ? '' : ` / ${divisor}`}`;
  return `${lately === 'true' || isOfWindow(name, '7d') ? value : `CASE WHEN ${lately} THEN ${value} END`} AS ${name}`;
}

/**
 * How many of `success` there are in a window: whole numbers, with their zeros.
 *
 * @param counted what is in the window, where `success` holds more
 */
export function successCounts(window: Window, counted = 'true'): Cells {
  const count = (feed: Cell['feed'], condition = 'true'): Cell => ({
    sql: `CAST(count(*) FILTER (WHERE ${counted} AND ${condition}) AS bigint)`,
    type: 'integer',
    ...(feed && { feed }),
  });
  return {
    successes: count({ metric: metrics.attempts, labels: { outcome: 'success', window } }),
    ...Object.fromEntries(
      FRAMEWORKS.map((framework) => [
        `${framework}_successes`,
        count(
          { metric: metrics.frameworkAttempts, labels: { framework, outcome: 'success', window } },
          `framework = ${literal(framework)}`
        ),
      ])
    ),
  };
}

/** Quantiles of what `success` measured in a window; NULL where nothing was. */
export const successQuantiles = (window: Window, counted = 'true'): Cells =>
  Object.fromEntries(
    MEASURE_NAMES.filter((measure) => isOfWindow(measure, window)).flatMap((measure) =>
      QUANTILES.map((quantile): [string, Cell] => [
        `${measure}_${window}_${quantileName(quantile)}`,
        {
          sql: `percentile_cont(${quantile}) WITHIN GROUP (ORDER BY ${measure}) FILTER (WHERE ${counted})`,
          type: 'number',
          feed: { metric: metrics[measure], labels: { quantile, window } },
        },
      ])
    )
  );

/** `0.95` as part of a column's name: `q95`. */
export const quantileName = (quantile: string): string => `q${quantile.replace('0.', '')}`;

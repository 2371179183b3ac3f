import { LEVELS, type Level } from '../../catalog/kinds/threshold';
import { searchRows } from './searchRows';
import { type ThresholdReading } from './thresholdReading';
import { type ThresholdRow } from './thresholdRow';

/** What of the thresholds is shown, and in which order. */
export interface ThresholdFilter {
  readonly search: string;
  /** Id of a system; nothing means all. */
  readonly system: string | undefined;
  /** Only what has this level, or is behind it when only what is breached is shown. */
  readonly level: Level | undefined;
  readonly onlyBreached: boolean;
  /** Nothing is the order of the catalog. */
  readonly order: 'margin' | undefined;
}

/** A row with its reading. */
export interface ReadRow extends ThresholdRow {
  readonly reading: ThresholdReading;
}

export const readRows = (rows: readonly ThresholdRow[], readings: ReadonlyMap<string, ThresholdReading>): ReadRow[] =>
  rows.map((row) => ({ ...row, reading: readings.get(row.id) ?? { kind: 'unmeasured' } }));

/** What a filter leaves; what has no margin comes last in the order of margins. */
export function filteredRows(
  rows: readonly ReadRow[],
  { search, system, level, onlyBreached, order }: ThresholdFilter
): ReadRow[] {
  const found = searchRows(rows, search)
    .filter((row) => !system || row.systemId === system)
    .filter((row) => !level || row.levels.some((one) => one.level === level))
    .filter((row) => !onlyBreached || isBreached(row, level));
  return order === 'margin' ? found.sort(byMargin) : found;
}

/** Orders by how urgent it is. */
export const byMargin = (a: ReadRow, b: ReadRow): number => {
  const [first, second] = [urgencyOf(a), urgencyOf(b)];
  // The difference of two that have no margin is no number.
  return first === second ? 0 : first - second;
};

const urgencyOf = ({ reading }: ReadRow): number =>
  reading.kind === 'value' && reading.margin ? reading.margin.urgency : Infinity;

const isBreached = ({ reading }: ReadRow, level: Level | undefined): boolean =>
  reading.kind === 'value' && reading.margin?.isBreached === true && (!level || reading.margin.level === level);

/** The parameters of an address that a filter is made of. */
export const FILTER_KEYS = ['search', 'system', 'level', 'breached', 'order'] as const;

export const filterOf = (params: URLSearchParams): ThresholdFilter => ({
  search: params.get('search') ?? '',
  system: params.get('system') ?? undefined,
  level: LEVELS.find((level) => level === params.get('level')),
  onlyBreached: params.get('breached') === 'true',
  order: params.get('order') === 'margin' ? 'margin' : undefined,
});

import { type FailuresColumn, type Settings } from '../../../settings/settings';
import { identifier, tableName } from '../../../sql/identifier';
import { isWithin, readInstant, type InstantColumn, type Range } from '../../../sql/instant';
import { literal } from '../../../sql/literal';
import { occurrenceRows } from '../occurrenceRows';

/**
 * The failures of a range as a table expression: the wanted columns by their documented names, ids of users and projects as
 * text, the fingerprint never NULL, and `at` (`timestamptz`).
 */
export function failuresWithin(settings: Settings, range: Range, columns: readonly FailuresColumn[]): string {
  const { table } = occurrenceRows(settings);
  const at = failedAt(settings);
  const list = columns.map((column) => `${readColumn(settings, column)} AS ${column}`);
  return `(
  SELECT ${[...list, `${readInstant(at)} AS at`].join(', ')}
  FROM ${tableName(table)}
  WHERE ${isWithin(at, range)}
) AS failure`;
}

/** When a generation failed, as the installation stores it. */
export function failedAt(settings: Settings): InstantColumn {
  const { columns, timestamps } = occurrenceRows(settings);
  return { column: columns.created_at, type: timestamps, zone: settings.zones.timestamps };
}

/** What a failure is that nobody classified. */
const WHEN_NULL: Readonly<Partial<Record<FailuresColumn, string>>> = {
  failure_category: 'unknown',
  severity: 'medium',
};
const AS_TEXT: readonly FailuresColumn[] = ['user_id', 'project_id', 'context'];

function readColumn(settings: Settings, column: FailuresColumn): string {
  const { columns } = occurrenceRows(settings);
  if (column === 'fingerprint') {
    return fingerprintOf(settings);
  }
  const otherwise = WHEN_NULL[column];
  if (otherwise !== undefined) {
    return `coalesce(${identifier(columns[column])}, ${literal(otherwise)})`;
  }
  return AS_TEXT.includes(column) ? `CAST(${identifier(columns[column])} AS text)` : identifier(columns[column]);
}

/** What tells failures apart; where nothing wrote a fingerprint, failures of the very same words are the same. */
function fingerprintOf(settings: Settings): string {
  const { fingerprint, error_type: type, error_message: message } = occurrenceRows(settings).columns;
  const words = `concat(${identifier(type)}, chr(10), ${identifier(message)})`;
  return `coalesce(${identifier(fingerprint)}, left(encode(sha256(convert_to(${words}, 'UTF8')), 'hex'), 16))`;
}

import { type FailuresColumn, type Settings } from '../../../settings/settings';
import { type Range } from '../../../sql/instant';
import { failuresWithin } from './failuresWithin';

/**
 * A SELECT of the latest failure of each row of `kind` (fingerprint, last_seen): the wanted columns beside these two. It reads
 * the range again, because keeping the texts of all failures until their kinds are known would fill the disk.
 */
export const latestOfKinds = (settings: Settings, range: Range, columns: readonly FailuresColumn[]): string =>
  `SELECT DISTINCT ON (fingerprint) fingerprint, ${columns.join(', ')}
  FROM ${failuresWithin(settings, range, ['id', 'fingerprint', ...columns])} JOIN kind USING (fingerprint)
  WHERE at = last_seen
  ORDER BY fingerprint, id DESC`;

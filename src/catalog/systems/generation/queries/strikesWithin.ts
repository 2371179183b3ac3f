import { type Settings } from '../../../settings/settings';
import { type Range } from '../../../sql/instant';
import { occurrenceRows } from '../occurrenceRows';
import { storedTests } from './storedTests';
import { rowsWithin } from './tableRange';

/**
 * The failures of a range as a table expression `stored`: `error_type`, `at`, and whether each is a strike: one that made no
 * test, and came after the last test of its type was rejected.
 */
export const strikesWithin = (settings: Settings, range: Range): string => `(
  SELECT failure.error_type, at, test_generated IS NOT TRUE AND (rejected_at IS NULL OR at > rejected_at) AS is_strike
  FROM ${rowsWithin(settings, occurrenceRows(settings), range, ['error_type', 'test_generated'])} AS failure
  LEFT JOIN (
    SELECT error_type, max(coalesce(reviewed_at, created_at)) AS rejected_at
    FROM ${storedTests(settings)} WHERE status = 'rejected' GROUP BY error_type
  ) AS rejection ON rejection.error_type = failure.error_type
) AS stored`;

import { type Query } from '../../../kinds/query';
import { decision } from '../../../kinds/source';
import { type Settings } from '../../../settings/settings';
import { identifier, tableName } from '../../../sql/identifier';
import { isWithin, readInstant } from '../../../sql/instant';
import { literal } from '../../../sql/literal';
import { loggedAt } from './loggedAt';
import { rangeOf } from '../../../sql/range';

/**
 * What the validator's log lines of a range say, the newest first: how long a validation took and what it fixed, and the
 * heap before and after. Lines are read by the documented formats; what a line does not say is NULL. A slow validation
 * is logged twice: the second line, `slow_ms`, is the alarm and no validation of its own.
 */
export function validationLogs(settings: Settings): Query {
  const { table, columns } = settings.validation.logs;
  const at = loggedAt(settings);
  return {
    id: 'validation.validation_logs',
    title: 'Durations, fixes and heap in the log',
    columns: {
      logged_at: 'instant',
      duration_ms: 'number',
      fixes: 'integer',
      slow_ms: 'number',
      heap_before_mb: 'integer',
      heap_after_mb: 'integer',
      high_heap_mb: 'integer',
    },
    sql: (parameters) => `SELECT logged_at, ${Object.entries(FORMATS)
      .map(([name, { pattern, type }]) => `CAST(substring(message FROM ${literal(pattern)}) AS ${type}) AS ${name}`)
      .join(',\n  ')}
FROM (
  SELECT ${readInstant(at)} AS logged_at, CAST(${identifier(columns.message)} AS text) AS message
  FROM ${tableName(table)}
  WHERE ${isWithin(at, rangeOf(parameters))}
  OFFSET 0
) AS log
WHERE message ~ ${literal(
      Object.values(FORMATS)
        .map(({ pattern }) => `(?:${pattern})`)
        .join('|')
    )}
ORDER BY logged_at DESC, message
LIMIT ${parameters.limit}`,
    source: decision('16', 'parsed for durations, fixes and heap'),
  };
}

/** The lines of 4.1 and 4.2. So few digits that every number fits its type. */
const FORMATS = {
  duration_ms: {
    pattern: '\\[VALIDATION PERFORMANCE\\] Duration: (\\d{1,12}(?:\\.\\d{1,6})?)ms, Fixes: \\d{1,9}(?!\\d)',
    type: 'double precision',
  },
  fixes: {
    pattern: '\\[VALIDATION PERFORMANCE\\] Duration: \\d{1,12}(?:\\.\\d{1,6})?ms, Fixes: (\\d{1,9})(?!\\d)',
    type: 'integer',
  },
  slow_ms: {
    pattern: '\\[VALIDATION PERFORMANCE\\] Slow validation: (\\d{1,12}(?:\\.\\d{1,6})?)ms',
    type: 'double precision',
  },
  heap_before_mb: { pattern: '\\[MEMORY\\] Before validation: (\\d{1,9})MB heap', type: 'integer' },
  heap_after_mb: { pattern: '\\[MEMORY\\] After validation: (\\d{1,9})MB heap', type: 'integer' },
  high_heap_mb: { pattern: '\\[MEMORY WARNING\\] High heap usage: (\\d{1,9})MB', type: 'integer' },
} as const;

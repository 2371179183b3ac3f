import { type Settings } from '../../../../settings/settings';
import { identifier, tableName } from '../../../../sql/identifier';
import { readInstant } from '../../../../sql/instant';
import { writtenAt } from '../tableRange';

/**
 * The table of failures as the document describes it: an installation's own that is de-duplicated, or made of single occurrences: one row an exact error, whose `created_at` is that
 * of its first occurrence and whose `occurrence_count` rises for ever. A category is that of the first occurrence.
 */
export function documentedErrors(settings: Settings): string {
  const { failures } = settings.generation;
  if (failures.rows === 'deduplicated') {
    return documentedRows(settings);
  }
  const column = (name: 'id' | 'fingerprint' | 'error_type' | 'error_message' | 'failure_category') =>
    identifier(failures.columns[name]);
  const at = readInstant(writtenAt(settings, failures));
  const words = `concat(${column('error_type')}, chr(10), ${column('error_message')})`;
  const first = (name: 'error_type' | 'failure_category') =>
    `(array_agg(${column(name)} ORDER BY ${at}, ${column('id')}))[1] AS ${name}`;
  return `(
  SELECT ${first('error_type')}, ${first('failure_category')}, count(*) AS occurrence_count, min(${at}) AS created_at
  FROM ${tableName(failures.table)}
  GROUP BY coalesce(${column('fingerprint')}, ${words})
) AS generation_failures`;
}

function documentedRows(settings: Settings): string {
  const { failures } = settings.generation;
  const names = ['error_type', 'failure_category', 'occurrence_count'] as const;
  const columns = names.map((name) => `${identifier(failures.columns[name])} AS ${name}`);
  return `(
  SELECT ${[...columns, `${readInstant(writtenAt(settings, failures))} AS created_at`].join(', ')}
  FROM ${tableName(failures.table)}
) AS generation_failures`;
}

/** The table of successes under its documented name. */
export function documentedAnalytics(settings: Settings): string {
  const { analytics } = settings.generation;
  return `(
  SELECT ${identifier(analytics.columns.success)} AS success, ${readInstant(writtenAt(settings, analytics))} AS created_at
  FROM ${tableName(analytics.table)}
) AS generation_analytics`;
}

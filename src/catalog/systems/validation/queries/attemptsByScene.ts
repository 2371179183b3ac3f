import { type Query } from '../../../kinds/query';
import { quote } from '../../../kinds/source';
import { type Threshold } from '../../../kinds/threshold';
import { type Settings } from '../../../settings/settings';
import { identifier, tableName } from '../../../sql/identifier';
import { isWithin, readInstant, type Range } from '../../../sql/instant';
import { fewestOverLimit } from './attemptLimit';
import { createdAt } from './createdAt';

/**
 * As documented in 1.2: attempts per chat and scene, not per chain, over 7 days whatever the range of the dashboard.
 * Counts every role and is strict about capitals, so it flags scenes that were merely repaired often.
 */
export function attemptsByScene(settings: Settings, attemptLimit: Threshold): Query {
  return {
    id: 'validation.attempts_by_scene',
    title: 'Attempts by scene, 7 days (as documented)',
    columns: COLUMNS,
    sql: () => statement(settings, attemptLimit, isWithin(createdAt(settings), LAST_7_DAYS)),
    source: quote('validation', '1.2', 'HAVING COUNT(*) > 3'),
  };
}

/** The nearest valid statement to 3.1.1, which selects columns it does not group by: the same count over all of time. */
export function attemptsBySceneEver(settings: Settings, attemptLimit: Threshold): Query {
  return {
    id: 'validation.attempts_by_scene_ever',
    title: 'Attempts by scene, ever (as documented)',
    columns: COLUMNS,
    sql: () => statement(settings, attemptLimit),
    source: quote('validation', '3.1.1', 'any scene has >3 attempts'),
  };
}

const LAST_7_DAYS: Range = { from: "now() - interval '7 days'", to: "timestamptz 'infinity'" };

const COLUMNS = {
  chat_id: 'text',
  scene_name: 'text',
  attempt_count: 'integer',
  first_attempt: 'instant',
  last_attempt: 'instant',
} as const;

function statement(settings: Settings, attemptLimit: Threshold, when?: string): string {
  const { table, columns } = settings.validation.messages;
  const at = readInstant(createdAt(settings));
  return `SELECT CAST(${identifier(columns.chat_id)} AS text) AS chat_id, CAST(${identifier(columns.scene_name)} AS text) AS scene_name,
  CAST(count(*) AS integer) AS attempt_count, min(${at}) AS first_attempt, max(${at}) AS last_attempt
FROM ${tableName(table)}
WHERE ${when ? `${when}\n  AND ` : ''}${identifier(columns.content)} LIKE 'Fixing%'
GROUP BY ${identifier(columns.chat_id)}, ${identifier(columns.scene_name)}
HAVING count(*) >= ${fewestOverLimit(attemptLimit)}
ORDER BY attempt_count DESC`;
}

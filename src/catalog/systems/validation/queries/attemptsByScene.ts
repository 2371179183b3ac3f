import { type Query } from '../../../kinds/query';
import { quote } from '../../../kinds/source';
import { type Threshold } from '../../../kinds/threshold';
import { type Settings } from '../../../settings/settings';
import { fewestOverLimit } from './attemptLimit';
import { documentedMessages } from './documented/documentedMessages';

/**
 * As documented in 1.2: attempts per chat and scene, not per chain, over 7 days whatever the range of the dashboard.
 * Counts every role and is strict about capitals, so it flags scenes that were merely repaired often.
 */
export function attemptsByScene(settings: Settings, attemptLimit: Threshold): Query {
  return {
    id: 'validation.attempts_by_scene',
    title: 'Attempts by scene, 7 days (as documented)',
    columns: COLUMNS,
    sql: () => statement(documentedMessages(settings, '7 days'), attemptLimit),
    source: quote('validation', '1.2', 'HAVING COUNT(*) > 3'),
    documented: { correctedBy: 'validation.offenders' },
  };
}

/** The nearest valid statement to 3.1.1, which selects columns it does not group by: the same count over all of time. */
export function attemptsBySceneEver(settings: Settings, attemptLimit: Threshold): Query {
  return {
    id: 'validation.attempts_by_scene_ever',
    title: 'Attempts by scene, ever (as documented)',
    columns: COLUMNS,
    sql: () => statement(documentedMessages(settings), attemptLimit),
    source: quote('validation', '3.1.1', 'any scene has >3 attempts'),
    documented: { correctedBy: 'validation.offenders' },
  };
}

const COLUMNS = {
  chat_id: 'text',
  scene_name: 'text',
  attempt_count: 'integer',
  first_attempt: 'instant',
  last_attempt: 'instant',
} as const;

const statement = (messages: string, attemptLimit: Threshold) => `SELECT CAST(chat_id AS text) AS chat_id,
  CAST(scene_name AS text) AS scene_name, CAST(count(*) AS integer) AS attempt_count,
  min(created_at) AS first_attempt, max(created_at) AS last_attempt
FROM ${messages}
WHERE content LIKE 'Fixing%'
GROUP BY messages.chat_id, messages.scene_name
HAVING count(*) >= ${fewestOverLimit(attemptLimit)}
ORDER BY attempt_count DESC`;

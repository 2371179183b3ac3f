import { type Query } from '../../../kinds/query';
import { quote } from '../../../kinds/source';
import { type Threshold } from '../../../kinds/threshold';
import { type Settings } from '../../../settings/settings';
import { fewestOverLimit } from './attemptLimit';
import { rangeOf } from '../../../sql/range';
import { repairChains } from './repairChains';
import { andChosenScene } from './sceneFilter';

/**
 * Chains over the attempt limit whose last attempt is in the range: the longest first, of equal ones the latest.
 * NULL scenes are shown though they never alert.
 */
export function offenders(settings: Settings, attemptLimit: Threshold): Query {
  return {
    id: 'validation.offenders',
    title: 'Repair chains over the attempt limit',
    columns: {
      chat_id: 'text',
      scene_name: 'text',
      attempts: 'integer',
      first_attempt: 'instant',
      last_attempt: 'instant',
      outcome: 'text',
    },
    sql: (parameters) => `SELECT chat_id, scene_name, attempts, first_attempt, last_attempt, outcome
FROM (
${repairChains(settings, parameters, attemptLimit)}
) AS repair_chain
WHERE attempts >= ${fewestOverLimit(attemptLimit)} AND last_attempt >= ${rangeOf(parameters).from}${andChosenScene('scene_name', parameters)}
ORDER BY attempts DESC, last_attempt DESC, chat_id, scene_name, first_attempt
LIMIT ${parameters.limit}`,
    source: quote('validation', '1.2', 'No scene should exceed 3 attempts'),
  };
}

import { type Query } from '../../../kinds/query';
import { own } from '../../../kinds/source';
import { type Settings } from '../../../settings/settings';
import { rangeOf } from '../../../sql/range';
import { failuresWithin } from './failuresWithin';
import { pseudonym } from './pseudonym';

/** Who stands behind the pseudonyms of the range, for those who have to help them: asked for on demand only. */
export const affectedIds = (settings: Settings): Query => ({
  id: 'generation.affected_ids',
  title: 'Users and projects behind the pseudonyms',
  columns: { pseudonym: 'text', id: 'text' },
  sql: (parameters) => `SELECT ${pseudonym('id')} AS pseudonym, id
FROM (
  SELECT user_id AS id FROM ${failuresWithin(settings, rangeOf(parameters), ['user_id'])} WHERE user_id IS NOT NULL
  UNION
  SELECT project_id FROM ${failuresWithin(settings, rangeOf(parameters), ['project_id'])} WHERE project_id IS NOT NULL
) AS affected
ORDER BY id
LIMIT ${parameters.limit}`,
  source: own('ids stay out of lists; who helps a user needs them'),
});

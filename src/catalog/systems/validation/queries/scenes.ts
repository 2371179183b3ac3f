import { type Query } from '../../../kinds/query';
import { decision } from '../../../kinds/source';
import { type Settings } from '../../../settings/settings';
import { eventsWithin } from './eventsWithin';
import { rangeOf } from '../../../sql/range';
import { sceneName } from './sceneFilter';

/** The scenes with a repair attempt in the range, those without a name as one; what the filters of a dashboard offer. */
export const scenes = (settings: Settings): Query => ({
  id: 'validation.scenes',
  title: 'Scenes with repair attempts',
  columns: { scene: 'text' },
  sql: (parameters) => `SELECT DISTINCT ${sceneName('scene')} AS scene
FROM ${eventsWithin(settings, rangeOf(parameters), ['attempt'])}
ORDER BY scene
LIMIT ${parameters.limit}`,
  source: decision('3', 'NULL is its own group'),
});

import { type Query } from '../../../../kinds/query';
import { quote } from '../../../../kinds/source';
import { type Threshold } from '../../../../kinds/threshold';
import { type Settings } from '../../../../settings/settings';
import { fewestOverLimit } from '../attemptLimit';
import { documentedMessages } from './documentedMessages';

/** 6.1, its first statement: scenes instead of chains, as in 1.2, over a day. */
export const documentedInfiniteLoops = (settings: Settings, attemptLimit: Threshold): Query => ({
  id: 'validation.infinite_loops_as_documented',
  title: 'Scenes over the attempt limit in the last 24 hours (as documented)',
  columns: { infinite_loops: 'integer' },
  sql: () => `SELECT CAST(count(*) AS integer) AS infinite_loops
FROM (
  SELECT chat_id, scene_name
  FROM ${documentedMessages(settings, '24 hours')}
  WHERE content LIKE 'Fixing%'
  GROUP BY chat_id, scene_name
  HAVING count(*) >= ${fewestOverLimit(attemptLimit)}
) AS violations`,
  source: quote('validation', '6.1', 'SELECT chat_id, scene_name, COUNT(*) as attempts'),
  documented: { correctedBy: 'validation.offenders' },
});

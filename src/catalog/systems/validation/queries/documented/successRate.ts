import { type Query } from '../../../../kinds/query';
import { quote } from '../../../../kinds/source';
import { type Threshold } from '../../../../kinds/threshold';
import { type Settings } from '../../../../settings/settings';
import { documentedMessages } from './documentedMessages';

/** 6.1, its second statement: NULL without attempts. */
export const documentedSuccessRate = (settings: Settings): Query => ({
  id: 'validation.success_rate_as_documented',
  title: 'Success rate of the last 24 hours (as documented)',
  columns: { success_rate: 'percent' },
  sql: () => `SELECT CAST(${ratio} AS double precision) AS success_rate
FROM ${documentedMessages(settings, '24 hours')}`,
  source: quote('validation', '6.1', "COUNT(CASE WHEN content LIKE '%fixed issues%' THEN 1 END) * 100.0"),
  documented: { correctedBy: 'validation.chain_summary' },
});

/** 3.1.3: the same rate, and no row unless it is below the critical level; NULL is not below. */
export const documentedLowSuccess = (settings: Settings, { levels }: Threshold): Query => ({
  id: 'validation.low_success_as_documented',
  title: 'Success rate of the last 24 hours, when it is too low (as documented)',
  columns: { success_rate: 'percent' },
  sql: () => `SELECT CAST(success_rate AS double precision) AS success_rate
FROM (
  SELECT ${ratio} AS success_rate
  FROM ${documentedMessages(settings, '24 hours')}
) AS stats
WHERE success_rate ${levels.critical ?? '< 0'}`,
  source: quote('validation', '3.1.3', 'WHERE success_rate < 60'),
  documented: { correctedBy: 'validation.chain_summary' },
});

const ratio = `round(
    count(CASE WHEN content LIKE '%fixed issues%' THEN 1 END) * 100.0 /
    nullif(count(CASE WHEN content LIKE 'Fixing%' THEN 1 END), 0), 2
  )`;

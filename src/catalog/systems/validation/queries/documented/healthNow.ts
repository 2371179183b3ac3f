import { type Query } from '../../../../kinds/query';
import { quote } from '../../../../kinds/source';
import { type Settings } from '../../../../settings/settings';
import { documentedMessages } from './documentedMessages';

/** 2.1: any role counts, and only "giving up" is a trip. */
export const documentedHealthNow = (settings: Settings): Query => ({
  id: 'validation.health_now_as_documented',
  title: 'Health of the last hour (as documented)',
  columns: { metric: 'text', value: 'integer' },
  sql: () =>
    COUNTED.map(
      ([metric, phrase]) => `SELECT '${metric}' AS metric, CAST(count(*) AS integer) AS value
FROM ${documentedMessages(settings, '1 hour')}
WHERE content LIKE '${phrase}'`
    ).join('\nUNION ALL\n'),
  source: quote('validation', '2.1', "'Auto-Fix Attempts (Last Hour)' as metric"),
  documented: { correctedBy: 'validation.health_now' },
});

const COUNTED = [
  ['Auto-Fix Attempts (Last Hour)', 'Fixing%'],
  ['Successful Fixes (Last Hour)', '%fixed issues%'],
  ['Circuit Breaker Trips (Last Hour)', '%giving up%'],
] as const;

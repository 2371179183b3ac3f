import { type Query } from '../../../../kinds/query';
import { quote } from '../../../../kinds/source';
import { type Settings } from '../../../../settings/settings';
import { documentedMessages } from './documentedMessages';

/** 3.2.1: whole texts of users' code, without a limit. For people who may query the table: on no panel, in no alert. */
export const documentedUnknownErrors = (settings: Settings): Query => ({
  id: 'validation.unknown_errors_as_documented',
  title: 'Attempts of the last hour without a known error pattern (as documented)',
  columns: { content: 'text' },
  sql: () => `SELECT content
FROM ${documentedMessages(settings, '1 hour')}
WHERE content LIKE 'Fixing%'
  AND content NOT LIKE '%x is not defined%'
  AND content NOT LIKE '%already declared%'
  AND content NOT LIKE '%fps%'
  AND content NOT LIKE '%undefined%'
  AND content NOT LIKE '%import%'`,
  source: quote('validation', '3.2.1', "content NOT LIKE '%fps%'"),
  documented: { correctedBy: 'validation.error_patterns' },
});

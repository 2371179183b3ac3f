import { type Query } from '../../../kinds/query';
import { quote } from '../../../kinds/source';
import { type Settings } from '../../../settings/settings';
import { rangeOf } from '../../../sql/range';
import { andChosenSubject } from './chosenSubject';
import { failuresWithin } from './failuresWithin';
import { pseudonym } from './pseudonym';

/** The failures of the range as they were written, of one fingerprint where it is chosen, the latest first. */
export const failureOccurrences = (settings: Settings): Query => ({
  id: 'generation.failure_occurrences',
  title: 'Occurrences of a failure',
  columns: {
    id: 'text',
    failed_at: 'instant',
    fingerprint: 'text',
    error_type: 'text',
    category: 'text',
    severity: 'text',
    message: 'text',
    framework: 'text',
    user_pseudonym: 'text',
    project_pseudonym: 'text',
    user_request: 'text',
    context: 'text',
    stack_trace: 'text',
  },
  sql: (
    parameters
  ) => `SELECT CAST(id AS text) AS id, at AS failed_at, fingerprint, error_type, failure_category AS category, severity,
  error_message AS message, framework, ${pseudonym('user_id')} AS user_pseudonym,
  ${pseudonym('project_id')} AS project_pseudonym, user_request, context, stack_trace
FROM ${failuresWithin(settings, rangeOf(parameters), [
    'id',
    'fingerprint',
    'error_type',
    'failure_category',
    'severity',
    'error_message',
    'framework',
    'user_id',
    'project_id',
    'user_request',
    'context',
    'stack_trace',
  ])}
WHERE true${andChosenSubject('fingerprint', parameters)}
ORDER BY at DESC, failure.id DESC
LIMIT ${parameters.limit}`,
  source: quote('generation', 'Error Path', 'Full stack traces captured'),
});

import { type Query } from '../../../kinds/query';
import { decision } from '../../../kinds/source';
import { SEVERITIES, type Settings } from '../../../settings/settings';
import { literal } from '../../../sql/literal';
import { rangeOf } from '../../../sql/range';
import { andChosenSubject } from './chosenSubject';
import { failuresWithin } from './failuresWithin';
import { latestOfKinds } from './latestOfKinds';
import { latestTests } from './latestTests';
import { MESSAGE_LENGTH } from './messageLength';

/**
 * What failed in the range, one row a fingerprint, the most frequent first: its category and message are those of the latest
 * occurrence, its severity the worst one; the test is that of its error type.
 */
export const failures = (settings: Settings): Query => ({
  id: 'generation.failures',
  title: 'Failures by fingerprint',
  columns: {
    fingerprint: 'text',
    error_type: 'text',
    category: 'text',
    severity: 'text',
    message: 'text',
    occurrences: 'integer',
    users: 'integer',
    projects: 'integer',
    first_seen: 'instant',
    last_seen: 'instant',
    test_id: 'text',
    test_status: 'text',
  },
  sql: (parameters) => `WITH kind AS (
  SELECT fingerprint, count(*) AS occurrences, count(DISTINCT user_id) AS users, count(DISTINCT project_id) AS projects,
    max(${severityRank('severity')}) AS severity, min(at) AS first_seen, max(at) AS last_seen
  FROM ${failuresWithin(settings, rangeOf(parameters), ['fingerprint', 'severity', 'user_id', 'project_id'])}
  WHERE true${andChosenSubject('fingerprint', parameters)}
  GROUP BY fingerprint
  ORDER BY occurrences DESC, last_seen DESC, fingerprint
  LIMIT ${parameters.limit}
), latest AS (
  ${latestOfKinds(settings, rangeOf(parameters), ['error_type', 'failure_category', 'error_message'])}
), test AS (
  ${latestTests(settings)}
)
SELECT kind.fingerprint, latest.error_type, failure_category AS category, (${severityNames()})[kind.severity] AS severity,
  left(error_message, ${MESSAGE_LENGTH}) AS message, CAST(occurrences AS integer) AS occurrences, CAST(users AS integer) AS users,
  CAST(projects AS integer) AS projects, first_seen, last_seen, test.id AS test_id, test.status AS test_status
FROM kind JOIN latest USING (fingerprint) LEFT JOIN test ON test.error_type = latest.error_type
ORDER BY occurrences DESC, last_seen DESC, fingerprint`,
  source: decision('19', 'Occurrences are counted per fingerprint'),
});

const severityNames = (): string => `ARRAY[${SEVERITIES.map(literal).join(', ')}]`;

/** Its place among the severities, the worst one last; NULL for a word that is none. */
const severityRank = (column: string): string => `array_position(${severityNames()}, CAST(${column} AS text))`;

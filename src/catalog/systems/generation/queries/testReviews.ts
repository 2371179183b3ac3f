import { type Query } from '../../../kinds/query';
import { quote } from '../../../kinds/source';
import { type Settings } from '../../../settings/settings';
import { tableName } from '../../../sql/identifier';
import { ownTable } from '../ownTables';
import { andChosenSubject } from './chosenSubject';
import { storedTests } from './storedTests';

/** What reviewers decided, of one test where it is chosen, the latest first. */
export const testReviews = (settings: Settings): Query => ({
  id: 'generation.test_reviews',
  title: 'Reviews of generated tests',
  columns: {
    reviewed_at: 'instant',
    test_id: 'text',
    test_name: 'text',
    verdict: 'text',
    reason: 'text',
    reviewed_by: 'text',
  },
  sql: (
    parameters
  ) => `SELECT review.reviewed_at, CAST(test.id AS text) AS test_id, test_name, verdict, reason, review.reviewed_by
FROM ${tableName(ownTable(settings, 'reviews'))} AS review JOIN ${storedTests(settings)} ON test.id = review.test_id
WHERE true${andChosenSubject('CAST(test.id AS text)', parameters)}
ORDER BY review.reviewed_at DESC, review.id DESC
LIMIT ${parameters.limit}`,
  source: quote(
    'generation',
    'Next Steps for Full Production Readiness',
    'Allow admins to review/approve auto-generated tests'
  ),
});

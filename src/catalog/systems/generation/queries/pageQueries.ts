import { type Settings } from '../../../settings/settings';
import { affectedIds } from './affectedIds';
import { failureOccurrences } from './failureOccurrences';
import { failureOverTime } from './failureOverTime';
import { failures } from './failures';
import { projectImpact } from './projectImpact';
import { similarFailures } from './similarFailures';
import { testBodies } from './testBodies';
import { testReviews } from './testReviews';
import { testRuns } from './testRuns';
import { tests } from './tests';
import { userImpact } from './userImpact';

/** What the app's pages ask: single failures, tests, users and projects, none of which ever is a label. */
export const pageQueries = (settings: Settings) => ({
  failures: failures(settings),
  failureOccurrences: failureOccurrences(settings),
  failureOverTime: failureOverTime(settings),
  similarFailures: similarFailures(settings),
  tests: tests(settings),
  testBodies: testBodies(settings),
  testRuns: testRuns(settings),
  testReviews: testReviews(settings),
  userImpact: userImpact(settings),
  projectImpact: projectImpact(settings),
  affectedIds: affectedIds(settings),
});

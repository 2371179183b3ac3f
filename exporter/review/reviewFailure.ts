import { type SourceError } from '../../src/catalog/systems/platform/sourceErrors';
import { failureOf, type Failure } from '../errorReason';

const REMEDIES: Record<SourceError, string> = {
  missing_table:
    'The table of the tests or of the reviews does not exist. Run npx genwatch sql three-strikes and npx genwatch sql review-role, or correct generation.tests in genwatch.config.yaml.',
  missing_column:
    'A column of the tests or of the reviews does not exist. Map it in generation.tests of genwatch.config.yaml, and run npx genwatch sql review-role again.',
  permission:
    'The role may not write verdicts. Run npx genwatch sql review-role, and connect as the role that it makes, genwatch_reviewer.',
  authentication:
    'The database refuses the user, the password, or a connection without TLS. Correct them in GENWATCH_REVIEW_DATABASE_URL, or in the file that GENWATCH_REVIEW_DATABASE_URL_FILE names.',
  tls: 'TLS with the database failed. Turn ssl on at the server, or correct sslmode and sslrootcert of GENWATCH_REVIEW_DATABASE_URL.',
  connection_limit:
    'The server, the database or the role has no connection left. End idle ones, or raise CONNECTION LIMIT of genwatch_reviewer.',
  restarting: 'The database is starting or shutting down. Wait; if it lasts, read the log of the server.',
  unreachable:
    'There is no connection to the database. Check that it runs, and host, port and database of GENWATCH_REVIEW_DATABASE_URL.',
  recovery_conflict: 'Another transaction stood in the way. It is not written; try again.',
  timeout:
    'The database did not answer in time, or somebody else is writing the same test. Try again; if it lasts, see pg_locks.',
  other: "Look up the code under PostgreSQL's error codes, and the moment in the server's log.",
};

const READ_ONLY =
  'The database takes no changes: it is a replica, or set to read only. Point GENWATCH_REVIEW_DATABASE_URL at the primary.';

/** What to tell of anything thrown while the reviewer's role was at work: never a text of the database. */
export function reviewFailure(error: unknown): Failure {
  const failure = failureOf(error);
  return { ...failure, remedy: failure.code === '25006' ? READ_ONLY : REMEDIES[failure.reason] };
}

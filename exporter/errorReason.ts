import { errorCode } from './errorCode';

/** Why a source cannot be read: a closed list, which logs, `/health` and runbooks speak of. */
export const REASONS = [
  'missing_table',
  'missing_column',
  'permission',
  'authentication',
  'unreachable',
  'timeout',
  'other',
] as const;
export type Reason = (typeof REASONS)[number];

/** A failure in words that are ours: texts of the database may quote rows, so they go nowhere. */
export interface Failure {
  readonly reason: Reason;
  /** SQLSTATE or errno, such as `42P01` or `ECONNREFUSED`. */
  readonly code?: string;
  /** One line: what to do. */
  readonly remedy: string;
}

/** The database answered, but not with what the catalog says. The message is ours, without any value, and is shown. */
export class AnswerError extends Error {
  override readonly name = 'AnswerError';
  constructor(
    readonly reason: Reason,
    message: string
  ) {
    super(message);
  }
}

/** There is no connection, or it was lost while in use. */
export class ConnectionError extends Error {
  override readonly name = 'ConnectionError';
}

/** The server keeps the connection but says nothing, long after its own timeout. */
export class SilenceError extends Error {
  override readonly name = 'SilenceError';
}

const REMEDIES: Record<Reason, string> = {
  missing_table:
    'A table of this query does not exist. Create it, or set its real name (with its schema, if that is not on the search path) in genwatch.config.yaml.',
  missing_column: 'A column of this query does not exist. Map it to the name your table uses in genwatch.config.yaml.',
  permission: "Grant SELECT on the tables of this query, and USAGE on their schema, to the exporter's role.",
  authentication:
    'The database refuses the user or the password. Correct them in GENWATCH_DATABASE_URL, or in the file that GENWATCH_DATABASE_URL_FILE names.',
  unreachable:
    'There is no connection to the database. Check that it runs and accepts connections, and host, port, database and sslmode of GENWATCH_DATABASE_URL.',
  timeout:
    'The database did not answer in time. See what it waits for in pg_stat_activity and pg_locks; an index on the time column helps; or raise GENWATCH_STATEMENT_TIMEOUT.',
  other: "Look up the code under PostgreSQL's error codes, and the moment in the server's log.",
};

/** SQLSTATE by its beginning, the longest first. */
const BY_SQLSTATE: ReadonlyArray<readonly [prefix: string, reason: Reason]> = [
  ['42P01', 'missing_table'],
  ['3F000', 'missing_table'],
  ['42703', 'missing_column'],
  ['42501', 'permission'],
  ['28', 'authentication'],
  ['08', 'unreachable'],
  ['3D000', 'unreachable'],
  ['53300', 'unreachable'],
  ['57P', 'unreachable'],
  ['57014', 'timeout'],
  ['55P03', 'timeout'],
  ['25P03', 'timeout'],
  ['25P04', 'timeout'],
];

/** What to tell of anything thrown while a source was read. */
export function failureOf(error: unknown): Failure {
  if (error instanceof AnswerError) {
    return { reason: error.reason, remedy: error.message };
  }
  const chain = causes(error);
  const code = chain.map(errorCode).find((found) => found !== undefined);
  const reason = (code === undefined ? undefined : reasonOf(code)) ?? reasonOfKind(chain);
  return { reason, ...(code && { code }), remedy: REMEDIES[reason] };
}

/** Whether a new connection may end the failure, so that waiting longer makes no sense once there is one. */
export function endsWithConnection(error: unknown): boolean {
  const { reason } = failureOf(error);
  return (
    reason === 'unreachable' || reason === 'authentication' || causes(error).some((e) => e instanceof SilenceError)
  );
}

const reasonOf = (code: string) => BY_SQLSTATE.find(([prefix]) => code.length === 5 && code.startsWith(prefix))?.[1];

function reasonOfKind(chain: readonly unknown[]): Reason {
  if (chain.some((error) => error instanceof SilenceError)) {
    return 'timeout';
  }
  // The driver gives failed SASL exchanges, such as a missing password, no code.
  if (chain.some((error) => error instanceof Error && error.message.startsWith('SASL'))) {
    return 'authentication';
  }
  return chain.some((error) => error instanceof ConnectionError) ? 'unreachable' : 'other';
}

function causes(error: unknown): unknown[] {
  return error instanceof Error && error.cause !== undefined ? [error, ...causes(error.cause)] : [error];
}

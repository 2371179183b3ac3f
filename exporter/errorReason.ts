import { type SourceError } from '../src/catalog/systems/platform/sourceErrors';
import { errorCode } from './errorCode';

/** A failure in words that are ours: texts of the database may quote rows, so they go nowhere. */
export interface Failure {
  readonly reason: SourceError;
  /** SQLSTATE or errno, such as `42P01` or `ECONNREFUSED`. */
  readonly code?: string;
  /** One line: what to do. */
  readonly remedy: string;
}

/** The database answered, but not with what the catalog says. The message is ours, without any value, and is shown. */
export class AnswerError extends Error {
  override readonly name = 'AnswerError';
  constructor(
    readonly reason: SourceError,
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

const REMEDIES: Record<SourceError, string> = {
  missing_table:
    'A table of this query does not exist. Create it, or set its real name (with its schema, if that is not on the search path) in genwatch.config.yaml.',
  missing_column: 'A column of this query does not exist. Map it to the name your table uses in genwatch.config.yaml.',
  permission: "Grant SELECT on the tables of this query, and USAGE on their schema, to the exporter's role.",
  authentication:
    'The database refuses the user, the password, or a connection without TLS. Correct them in GENWATCH_DATABASE_URL, or in the file that GENWATCH_DATABASE_URL_FILE names; add sslmode=require where pg_hba.conf asks for TLS.',
  tls: 'TLS with the database failed: it offers none, or its certificate is not trusted, expired, or for another host. Turn ssl on at the server, or correct sslmode and sslrootcert of GENWATCH_DATABASE_URL.',
  connection_limit:
    'The server, the database or the role has no connection left. End idle ones, raise CONNECTION LIMIT of the role or max_connections, or go through a pooler.',
  restarting: 'The database is starting or shutting down. Wait; if it lasts, read the log of the server.',
  unreachable:
    'There is no connection to the database. Check that it runs and accepts connections, and host, port, database and sslmode of GENWATCH_DATABASE_URL.',
  recovery_conflict:
    'A replica ended the query because it stood in the way of what it replays. It is tried again; if it lasts, raise max_standby_streaming_delay or set hot_standby_feedback on the replica, or read the primary.',
  timeout:
    'The database did not answer in time. See what it waits for in pg_stat_activity and pg_locks; an index on the time column helps; or raise GENWATCH_STATEMENT_TIMEOUT.',
  other: "Look up the code under PostgreSQL's error codes, and the moment in the server's log.",
};

/** SQLSTATE by its beginning, the longest first. */
const BY_SQLSTATE: ReadonlyArray<readonly [prefix: string, reason: SourceError]> = [
  ['42P01', 'missing_table'],
  ['3F000', 'missing_table'],
  ['42703', 'missing_column'],
  ['42501', 'permission'],
  ['28', 'authentication'],
  ['08', 'unreachable'],
  ['3D000', 'unreachable'],
  ['53300', 'connection_limit'],
  ['57P01', 'restarting'],
  ['57P02', 'restarting'],
  ['57P03', 'restarting'],
  ['57P', 'unreachable'],
  // In a transaction that only reads, nothing but recovery can be serialised against.
  ['40001', 'recovery_conflict'],
  ['40P01', 'recovery_conflict'],
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
  return ENDED_BY_CONNECTION.has(reason) || causes(error).some((e) => e instanceof SilenceError);
}

const ENDED_BY_CONNECTION: ReadonlySet<SourceError> = new Set([
  'authentication',
  'tls',
  'connection_limit',
  'restarting',
  'unreachable',
]);

const reasonOf = (code: string): SourceError | undefined =>
  TLS_CODE.test(code) ? 'tls' : BY_SQLSTATE.find(([prefix]) => code.length === 5 && code.startsWith(prefix))?.[1];

/** What Node.js calls a certificate or a handshake that does not do. */
const TLS_CODE = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|^ERR_(SSL|TLS)_|^EPROTO$/;

function reasonOfKind(chain: readonly unknown[]): SourceError {
  if (chain.some((error) => error instanceof SilenceError)) {
    return 'timeout';
  }
  // The driver gives failed SASL exchanges, such as a missing password, no code.
  if (chain.some((error) => error instanceof Error && error.message.startsWith('SASL'))) {
    return 'authentication';
  }
  // Nor does it give one to a server without TLS.
  if (chain.some((error) => error instanceof Error && error.message.includes('does not support SSL'))) {
    return 'tls';
  }
  return chain.some((error) => error instanceof ConnectionError) ? 'unreachable' : 'other';
}

function causes(error: unknown): unknown[] {
  return error instanceof Error && error.cause !== undefined ? [error, ...causes(error.cause)] : [error];
}

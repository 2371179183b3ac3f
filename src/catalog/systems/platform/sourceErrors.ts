/** Why the exporter cannot read a source: a closed list, which its metrics, logs, `/health` and the runbooks speak of. */
export const SOURCE_ERRORS = [
  'missing_table',
  'missing_column',
  'permission',
  'authentication',
  'tls',
  'connection_limit',
  'restarting',
  'unreachable',
  'recovery_conflict',
  'timeout',
  'other',
] as const;
export type SourceError = (typeof SOURCE_ERRORS)[number];

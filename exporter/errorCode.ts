/** SQLSTATE or errno of an error: short, and made by a server, a driver or the system, never text of a user. */
export function errorCode(error: unknown): string | undefined {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[0-9A-Z_]{2,60}$/.test(code) ? code : undefined;
}

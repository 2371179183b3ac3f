/** Whether an error of the system carries this code, such as `EADDRINUSE`. */
export function hasErrorCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}

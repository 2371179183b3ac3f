import { errorCode } from './errorCode';

/** An error without its message, which may quote a row or a URL: what kind it is and where it came from. */
export function errorForLog(error: unknown): {
  readonly kind: string;
  readonly code?: string;
  readonly at: readonly string[];
} {
  if (!(error instanceof Error)) {
    return { kind: typeof error, at: [] };
  }
  const code = errorCode(error);
  const frames = (error.stack ?? '').split('\n').filter((line) => /^ {4}at /.test(line));
  return { kind: error.name, ...(code && { code }), at: frames.map((line) => line.trim()) };
}

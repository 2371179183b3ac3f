import { existsSync } from 'node:fs';

const SETPRIV = '/usr/bin/setpriv';

/**
 * A command that gets `signal` from the kernel when the process that started it is gone, even by SIGKILL. Where the
 * means are missing (Linux has them), the command as it is.
 */
export function dieWithParent(
  signal: NodeJS.Signals,
  command: string,
  args: readonly string[]
): { readonly command: string; readonly args: readonly string[] } {
  if (process.platform !== 'linux' || !existsSync(SETPRIV)) {
    return { command, args };
  }
  return { command: SETPRIV, args: ['--pdeathsig', signal.replace(/^SIG/, ''), '--', command, ...args] };
}

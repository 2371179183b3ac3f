import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** The command a process was started with, words separated by blanks; `undefined` when there is no such process. */
export function commandLine(pid: number): string | undefined {
  try {
    const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').join(' ').trim();
    return words === '' ? undefined : words;
  } catch {
    return process.platform === 'linux' ? undefined : askPs(pid);
  }
}

function askPs(pid: number): string | undefined {
  try {
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined;
  } catch {
    return undefined;
  }
}

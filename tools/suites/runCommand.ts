import { spawn } from 'node:child_process';
import { setPriority } from 'node:os';

import { PROJECT_ROOT } from '../../demo/servers/dataFolder';

export interface CommandResult {
  readonly passed: boolean;
  /** What it printed, both streams in order. */
  readonly output: string;
}

export interface CommandOptions {
  /** Given each piece of output as it comes. */
  readonly onOutput?: (text: string) => void;
  /** Ended after that, and failed. */
  readonly timeoutMs?: number;
  /** The higher, the more it leaves to others; 0 is usual, 19 the most. */
  readonly priority?: number;
}

const TIMEOUT_MS = 15 * 60_000;

/** Runs a Node program in the project's root, with its output kept. Never throws: a program that cannot run has failed. */
export function runNode(
  args: readonly string[],
  { onOutput, timeoutMs = TIMEOUT_MS, priority }: CommandOptions = {}
): Promise<CommandResult> {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(process.execPath, args, {
      cwd: PROJECT_ROOT,
      env: { ...process.env, ...(process.stdout.isTTY && { FORCE_COLOR: '1' }) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    if (priority !== undefined && child.pid !== undefined) {
      setPriority(child.pid, priority);
    }
    const timer = setTimeout(() => {
      output += `\nEnded: it took longer than ${timeoutMs / 60_000} minutes.\n`;
      child.kill('SIGKILL');
    }, timeoutMs);
    const collect = (text: string): void => {
      output += text;
      onOutput?.(text);
    };
    child.stdout.setEncoding('utf8').on('data', collect);
    child.stderr.setEncoding('utf8').on('data', collect);
    child.once('error', (error) => {
      clearTimeout(timer);
      resolve({ passed: false, output: `${output}${error.message}\n` });
    });
    child.once('close', (code) => {
      clearTimeout(timer);
      resolve({ passed: code === 0, output });
    });
  });
}

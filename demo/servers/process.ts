import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

import { dieWithParent } from './dieWithParent';
import { lastLines } from './lastLines';
import { type ServerExit, type ServerProcess } from './runningServer';
import { until } from './until';

const START_TIMEOUT_MS = 60_000;
const GRACE_MS = 10_000;
const LINES_SHOWN = 15;

export interface ProcessSpec {
  readonly name: string;
  readonly url: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Another user to run as; only root may ask for one. */
  readonly user?: { readonly uid: number; readonly gid: number };
  /** Receives what the server prints; its folder is made. */
  readonly logFile: string;
  /** Lets standard output through to the terminal instead of the log file. */
  readonly stdoutToTerminal?: boolean;
  /** Opens an IPC channel, by which a Node child notices that its parent is gone. */
  readonly ipc?: boolean;
  /** Answers true when the server can be used; throwing means not yet. Default, with `ipc`: the child sends `{ ready: true }`. */
  readonly ready?: () => Promise<boolean>;
  readonly startTimeoutMs?: number;
  /** Tried in this order, each for `graceMs`, before SIGKILL. Default SIGTERM. */
  readonly stopSignals?: readonly NodeJS.Signals[];
  readonly graceMs?: number;
  /** Gives up waiting until it is ready, and ends it. */
  readonly signal?: AbortSignal;
}

/**
 * Starts a server and resolves when it is ready.
 * @throws Error with the last lines of its log when it cannot be started, dies before it is ready, or takes too long
 */
export async function startProcess(spec: ProcessSpec): Promise<ServerProcess> {
  mkdirSync(dirname(spec.logFile), { recursive: true });
  const log = openSync(spec.logFile, 'a');
  const logStart = statSync(spec.logFile).size;
  const [firstSignal = 'SIGTERM'] = spec.stopSignals ?? [];
  const { command, args } = dieWithParent(firstSignal, spec.command, spec.args);
  const child = spawn(command, args, {
    cwd: spec.cwd,
    env: spec.env,
    ...spec.user,
    stdio: [
      'ignore',
      spec.stdoutToTerminal === true ? 'inherit' : log,
      log,
      ...(spec.ipc === true ? ['ipc' as const] : []),
    ],
    // A process group of its own: Ctrl-C reaches the supervisor alone, which then stops everything in order.
    detached: true,
  });
  closeSync(log);

  let ended: ServerExit | undefined;
  let failure: Error | undefined;
  const exited = new Promise<ServerExit>((resolve) => {
    child.once('exit', (code, signal) => resolve((ended = { code, signal })));
    child.once('error', (error) => {
      failure = error;
      resolve((ended = { code: null, signal: null }));
    });
  });
  let saysReady = false;
  child.on('message', (message) => (saysReady ||= isReadyMessage(message)));
  const ready = spec.ready ?? (() => Promise.resolve(saysReady));
  const stop = (): Promise<void> => stopChild(child, spec, exited, () => ended !== undefined);

  try {
    await until(async () => ended !== undefined || (await ready()), {
      what: `${spec.name} is ready at ${spec.url}`,
      timeoutMs: spec.startTimeoutMs ?? START_TIMEOUT_MS,
      signal: spec.signal,
    });
  } catch (cause) {
    await stop();
    spec.signal?.throwIfAborted();
    throw new Error(`${spec.name} did not get ready.${logTail(spec.logFile, logStart)}`, { cause });
  }
  if (ended !== undefined || child.pid === undefined) {
    throw new Error(
      `${spec.name} (${spec.command}) ${describeExit(ended, failure)} before it was ready.${logTail(spec.logFile, logStart)}`,
      { cause: failure }
    );
  }
  return { name: spec.name, url: spec.url, pid: child.pid, logFile: spec.logFile, exited, stop };
}

function isReadyMessage(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'ready' in message && message.ready === true;
}

/** "exited with code 1", "was ended by SIGKILL": for messages. */
export function describeExit(exit: ServerExit | undefined, failure?: Error): string {
  if (failure !== undefined) {
    return `could not be started (${failure.message})`;
  }
  return exit?.signal ? `was ended by ${exit.signal}` : `exited with code ${exit?.code ?? 'unknown'}`;
}

async function stopChild(
  child: ChildProcess,
  spec: ProcessSpec,
  exited: Promise<ServerExit>,
  isGone: () => boolean
): Promise<void> {
  for (const signal of spec.stopSignals ?? (['SIGTERM'] as const)) {
    if (isGone()) {
      return;
    }
    child.kill(signal);
    await endsWithin(exited, spec.graceMs ?? GRACE_MS);
  }
  if (!isGone() && child.pid !== undefined) {
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      child.kill('SIGKILL');
    }
    await exited;
  }
}

async function endsWithin(exited: Promise<ServerExit>, milliseconds: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const timeIsOver = new Promise<void>((resolve) => (timer = setTimeout(resolve, milliseconds)));
  await Promise.race([exited, timeIsOver]);
  clearTimeout(timer);
}

function logTail(logFile: string, from: number): string {
  const lines = lastLines(logFile, LINES_SHOWN, from);
  return lines.length === 0 ? ` It printed nothing (${logFile}).` : ` The end of ${logFile}:\n  ${lines.join('\n  ')}`;
}

import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';

import { privateFolder } from '../servers/dataFolder';
import { hasErrorCode } from '../servers/hasErrorCode';

export const SERVICE_STATES = ['starting', 'running', 'stopped', 'failed'] as const;
export type ServiceState = (typeof SERVICE_STATES)[number];

const serviceEntry = z.object({
  /** Where it is reached; empty for a service that listens nowhere. */
  url: z.string(),
  /** Absent while it does not run, and for a server that is not ours. */
  pid: z.number().int().positive().optional(),
  state: z.enum(SERVICE_STATES),
  /** How the process shows in the list of processes: tells ours from another one that got its id later. */
  command: z.string().optional(),
});
export type ServiceEntry = Readonly<z.infer<typeof serviceEntry>>;

const stack = z.object({
  /** Everything was started. */
  ready: z.boolean(),
  /** ISO 8601, UTC. */
  startedAt: z.string(),
  dataDir: z.string(),
  /** The settings file it runs under, when there is one. */
  config: z.string().optional(),
  supervisor: z.object({ pid: z.number().int().positive(), command: z.string().optional() }),
  /** Stops and starts services: see controlServer.ts. */
  control: z.object({ url: z.string(), token: z.string() }),
  services: z.record(z.string(), serviceEntry),
});

/** What `.genwatch/stack.json` tells other commands about the running stack. It holds secrets: mode 0600. */
export type Stack = Readonly<z.infer<typeof stack>>;

/** Always in the project, so that every command finds it wherever the data are. */
export function stackFilePath(folder = privateFolder()): string {
  return join(folder, 'stack.json');
}

/**
 * The stack of this checkout, or `undefined` when there is no file. A file does not prove that the stack still runs.
 * @throws Error when the file is not readable as what we write
 */
export function readStack(file = stackFilePath()): Stack | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    if (hasErrorCode(cause, 'ENOENT')) {
      return undefined;
    }
    throw new Error(`Reading ${file} failed. It belongs to whoever ran \`npm start\`: use the same user.`, { cause });
  }
  try {
    return stack.parse(JSON.parse(text));
  } catch (cause) {
    throw new Error(`${file} is not what \`npm start\` writes. If no stack runs, remove it.`, { cause });
  }
}

/** Readers see the old content or the new one, never a part. */
export function writeStack(content: Stack, file = stackFilePath()): void {
  const unfinished = `${file}.${process.pid}`;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(unfinished, `${JSON.stringify(content, undefined, 2)}\n`, { mode: 0o600 });
  renameSync(unfinished, file);
}

/** Puts the file there when there is none. Answers whether it did: of two that start at once, one does. */
export function claimStack(content: Stack, file = stackFilePath()): boolean {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${JSON.stringify(content, undefined, 2)}\n`, { mode: 0o600, flag: 'wx' });
    return true;
  } catch (cause) {
    if (hasErrorCode(cause, 'EEXIST')) {
      return false;
    }
    throw new Error(`Writing ${file} failed. Give this user the right to write there.`, { cause });
  }
}

export function removeStack(file = stackFilePath()): void {
  rmSync(file, { force: true });
}

/** Seconds since the file was written; nothing when there is none. */
export function stackAge(file = stackFilePath()): number | undefined {
  const written = statSync(file, { throwIfNoEntry: false });
  return written && (Date.now() - written.mtimeMs) / 1000;
}

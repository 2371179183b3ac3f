import { setTimeout as sleep } from 'node:timers/promises';

import { commandLine } from '../servers/commandLine';
import {
  claimStack,
  readStack,
  removeStack,
  type ServiceEntry,
  type Stack,
  stackAge,
  stackFilePath,
} from './stackFile';

const GRACE_MS = 10_000;
const WRITTEN_BY_NOW_S = 5;

/**
 * Makes this process the one that runs the stack: writes `content` to the stack file. What a supervisor that was killed
 * left running is ended first.
 * @throws Error when another supervisor runs
 */
export async function takeOver(
  content: Stack,
  print: (line: string) => void,
  file = stackFilePath(),
  commandOf = commandLine
): Promise<void> {
  while (!claimStack(content, file)) {
    const earlier = readEarlier(file);
    if (earlier !== undefined) {
      if (isSameProcess(earlier.supervisor, commandOf)) {
        throw new Error(alreadyRuns(earlier));
      }
      await endLeftovers(earlier, print, commandOf);
    }
    removeStack(file);
  }
}

/** Two starts at the same moment: the other one's file may be there before its content. */
function readEarlier(file: string): Stack | undefined {
  try {
    return readStack(file);
  } catch (error) {
    if ((stackAge(file) ?? Infinity) < WRITTEN_BY_NOW_S) {
      throw new Error('Another `npm start` is under way. Wait for it, or try again in a few seconds.', {
        cause: error,
      });
    }
    return undefined;
  }
}

function alreadyRuns({ supervisor, services, startedAt }: Stack): string {
  const where = Object.entries(services)
    .filter(([name, { url }]) => name === 'console' && url !== '')
    .map(([, { url }]) => `, alert console ${url}`);
  return (
    `The stack of this checkout already runs (process ${supervisor.pid}, since ${startedAt}${where.join('')}). ` +
    `Use it, or end it with Ctrl-C in its terminal or: kill ${supervisor.pid}`
  );
}

interface Recorded {
  readonly pid?: number | undefined;
  readonly command?: string | undefined;
}

/** Process ids are used again: only the same command line makes it the same process. */
export function isSameProcess({ pid, command }: Recorded, commandOf = commandLine): boolean {
  return pid !== undefined && command !== undefined && commandOf(pid) === command;
}

async function endLeftovers(
  { services }: Stack,
  print: (line: string) => void,
  commandOf: (pid: number) => string | undefined
): Promise<void> {
  const left = Object.entries(services).filter(([, service]) => isSameProcess(service, commandOf));
  if (left.length > 0) {
    print(`Ending what an earlier start left running: ${left.map(([name]) => name).join(', ')}`);
  }
  await Promise.all(left.map(([name, service]) => end(name, service, commandOf)));
}

async function end(name: string, service: ServiceEntry, commandOf: (pid: number) => string | undefined): Promise<void> {
  const pid = service.pid;
  if (pid === undefined) {
    return;
  }
  try {
    // PostgreSQL takes SIGTERM as "wait for all clients".
    process.kill(pid, name === 'postgres' ? 'SIGINT' : 'SIGTERM');
    const deadline = Date.now() + GRACE_MS;
    while (isSameProcess(service, commandOf) && Date.now() < deadline) {
      await sleep(50);
    }
    if (isSameProcess(service, commandOf)) {
      process.kill(pid, 'SIGKILL');
    }
  } catch (cause) {
    if (isSameProcess(service, commandOf)) {
      throw new Error(
        `Ending ${name} (process ${pid}), left by an earlier start, failed. End it yourself: kill ${pid}`,
        {
          cause,
        }
      );
    }
  }
}

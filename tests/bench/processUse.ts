import { readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second, on every machine. */
const TICK_MS = 10;

/** Milliseconds of processor time that a process has used, in user and kernel mode. */
export function cpuMs(pid: number): number {
  // The name of the program, in parentheses, may hold spaces.
  const fields = read(pid, 'stat').split(') ').at(-1)?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

/** Megabytes of memory that a process holds now, and the most it ever held. */
export function memoryMb(pid: number): { readonly now: number; readonly most: number } {
  const status = read(pid, 'status');
  const megabytes = (field: string) => Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / 1024;
  return { now: megabytes('VmRSS'), most: megabytes('VmHWM') };
}

function read(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch (cause) {
    throw new Error(
      `Reading /proc/${pid}/${file} failed: this measurement needs Linux and a process that still runs.`,
      {
        cause,
      }
    );
  }
}

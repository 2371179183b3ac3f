import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

const MOST_BYTES = 64 * 1024;

/** The last `count` lines of a log, looking no further back than byte `from`; none when the file cannot be read. */
export function lastLines(file: string, count: number, from = 0): string[] {
  let descriptor: number;
  try {
    descriptor = openSync(file, 'r');
  } catch {
    return [];
  }
  try {
    const { size } = fstatSync(descriptor);
    const start = Math.max(from, size - MOST_BYTES);
    const buffer = Buffer.alloc(Math.max(0, size - start));
    readSync(descriptor, buffer, 0, buffer.length, start);
    return buffer
      .toString('utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .slice(-count);
  } finally {
    closeSync(descriptor);
  }
}

import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { hasErrorCode } from '../../servers/hasErrorCode';
import { disturbance, type Disturbance } from './disturbance';

const EXTENSION = '.json';

/** Where a stack with that data keeps them. */
export const disturbancesFolder = (dataDir: string): string => join(dataDir, 'disturbances');

/** The disturbances of one demo: a file for each in a folder of its data, so that faults need not know of each other. */
export interface Disturbances {
  readonly all: () => readonly Disturbance[];
  readonly has: (name: string) => boolean;
  /** Replaces the one of that name. */
  readonly begin: (name: string, what: Disturbance) => void;
  /** Answers whether there was one. */
  readonly end: (name: string) => boolean;
}

/** @throws Error naming the file when one is not what `begin` writes */
export function disturbancesIn(folder: string): Disturbances {
  const has = (name: string) => namesIn(folder).includes(`${name}${EXTENSION}`);
  const fileOf = (name: string) => join(folder, `${name}${EXTENSION}`);
  return {
    all: () => namesIn(folder).map((file) => read(join(folder, file))),
    has,
    begin: (name, what) => {
      mkdirSync(folder, { recursive: true });
      const unfinished = `${fileOf(name)}.${process.pid}`;
      writeFileSync(unfinished, JSON.stringify(what));
      renameSync(unfinished, fileOf(name));
    },
    end: (name) => {
      const was = has(name);
      rmSync(fileOf(name), { force: true });
      return was;
    },
  };
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((file) => file.endsWith(EXTENSION))
      .sort();
  } catch (error) {
    if (hasErrorCode(error, 'ENOENT')) {
      return [];
    }
    throw error;
  }
}

function read(file: string): Disturbance {
  try {
    return disturbance.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new Error(`${file} is not what \`npm run demo:fault\` writes: remove it`, { cause });
  }
}

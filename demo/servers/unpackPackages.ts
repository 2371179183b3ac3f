import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { relocateAssets } from './relocateAssets';

const run = promisify(execFile);
const TIMEOUT_MS = 10 * 60_000;
const APT_GET = '/usr/bin/apt-get';
const DPKG_DEB = '/usr/bin/dpkg-deb';

/** Whether this system has Debian's or Ubuntu's package tools. */
export function canUnpackPackages(): boolean {
  return existsSync(APT_GET) && existsSync(DPKG_DEB);
}

/** A package, and others that are unpacked into the same folder when they can be had. */
export interface WantedPackage {
  readonly name: string;
  readonly assets: readonly string[];
}

export interface UnpackOptions {
  /** Told what takes a moment, for people. */
  readonly log: (line: string) => void;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Downloads packages of the distribution (Debian, Ubuntu) and unpacks each into `<folder>/<package>` without root and
 * without touching the system: nothing is installed, lists and archives are private. Each appears complete or not at all.
 * @throws Error with what apt or dpkg said
 */
export async function unpackPackages(
  packages: readonly WantedPackage[],
  folder: string,
  { log, signal }: UnpackOptions
): Promise<void> {
  const work = join(folder, `unfinished.${process.pid}`);
  rmSync(work, { recursive: true, force: true });
  try {
    const apt = privateApt(work, signal);
    log('reading the package lists of this system (about 25 MB, kept private, removed afterwards)');
    let updateFailure: unknown;
    // A hook or one broken source must not stop us: whether the packages come is what counts.
    await apt(work, 'update').catch((error: unknown) => (updateFailure = error));
    for (const { name, assets } of packages) {
      signal?.throwIfAborted();
      log(`downloading ${name}`);
      const archives = join(work, `${name}.archives`);
      mkdirSync(archives, { recursive: true });
      try {
        await apt(archives, 'download', name);
      } catch (cause) {
        const said = [updateFailure, cause].filter((error) => error !== undefined).map(whatWasSaid);
        throw new Error(`apt-get could not download ${name}:\n${said.join('\n')}`, { cause });
      }
      if (assets.length > 0) {
        await apt(archives, 'download', ...assets).catch(() =>
          log(`${name} may lack something: not all of ${assets.join(', ')} could be downloaded`)
        );
      }
      const unpacked = join(work, name);
      await unpackArchives(archives, unpacked);
      putInPlace(unpacked, join(folder, name));
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

type Apt = (cwd: string, ...words: string[]) => Promise<unknown>;

/** apt-get with state of its own below `work`. */
function privateApt(work: string, signal?: AbortSignal): Apt {
  const lists = join(work, 'lists');
  const cache = join(work, 'cache');
  mkdirSync(join(lists, 'partial'), { recursive: true });
  mkdirSync(join(cache, 'archives', 'partial'), { recursive: true });
  const options = {
    'Dir::State::Lists': lists,
    'Dir::Cache': cache,
    'Debug::NoLocking': '1',
    'Acquire::Retries': '1',
    'Acquire::http::Timeout': '20',
    'Acquire::https::Timeout': '20',
    // As root apt would drop to a user who may not write here, and warn about it.
    ...(process.getuid?.() === 0 ? { 'APT::Sandbox::User': 'root' } : {}),
  };
  const settings = ['-q', ...Object.entries(options).flatMap(([name, value]) => ['-o', `${name}=${value}`])];
  return (cwd, ...words) =>
    run(APT_GET, [...settings, ...words], { cwd, timeout: TIMEOUT_MS, env: environment(), signal });
}

async function unpackArchives(archives: string, folder: string): Promise<void> {
  for (const archive of readdirSync(archives).filter((file) => file.endsWith('.deb'))) {
    await run(DPKG_DEB, ['-x', join(archives, archive), folder], { env: environment() });
  }
  const programs = join(folder, 'usr', 'bin');
  for (const program of existsSync(programs) ? readdirSync(programs) : []) {
    relocateAssets(join(programs, program));
  }
}

/** A rename, so that there is never half a folder; when another start was faster, its folder is as good. */
function putInPlace(unpacked: string, final: string): void {
  try {
    renameSync(unpacked, final);
  } catch (cause) {
    if (!existsSync(final)) {
      throw new Error(`Moving ${unpacked} to ${final} failed.`, { cause });
    }
  }
}

/** dpkg-deb looks for tar on PATH, and messages are read below. */
function environment(): NodeJS.ProcessEnv {
  return { ...process.env, PATH: `${process.env.PATH ?? ''}:/usr/bin:/bin`, LC_ALL: 'C' };
}

/** The errors and warnings in apt's output, or its end. */
function whatWasSaid(error: unknown): string {
  const output = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  const telling = lines.filter((line) => /^(E|W|Err):?/.test(line));
  return (telling.length > 0 ? telling : lines)
    .slice(-6)
    .map((line) => `  ${line}`)
    .join('\n');
}

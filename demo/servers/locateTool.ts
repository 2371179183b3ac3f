import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { isProgram } from './isProgram';
import { isSupported, neededVersion, parseVersion, type Tool, type ToolName } from './toolVersion';

const run = promisify(execFile);

/** A usable program, or why there is none. */
export type Located = { readonly tool: Tool } | Unusable;

export interface Unusable {
  readonly problem: string;
  /** There is one, but it does not do. */
  readonly found: boolean;
}

/**
 * Looks for a program in folders, in order, and asks the first one found for its version.
 * @param names what the program may be called
 */
export async function locateTool(
  name: ToolName,
  names: readonly string[],
  folders: readonly string[]
): Promise<Located> {
  const path = folders.flatMap((folder) => names.map((file) => join(folder, file))).find(isProgram);
  if (path === undefined) {
    return { problem: `${name} was not found`, found: false };
  }
  const version = await versionOf(path);
  if (version === undefined) {
    return { problem: `${path} does not tell its version (\`${path} --version\`)`, found: true };
  }
  return isSupported(name, version)
    ? { tool: { path, version } }
    : { problem: `${path} is version ${version}, Genwatch needs ${neededVersion(name)} or newer`, found: true };
}

async function versionOf(path: string): Promise<string | undefined> {
  try {
    // Older ones print it on standard error.
    const { stdout, stderr } = await run(path, ['--version'], { timeout: 20_000 });
    return parseVersion(`${stdout}\n${stderr}`);
  } catch {
    return undefined;
  }
}

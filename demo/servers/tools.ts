import { existsSync, mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { privateFolder } from './dataFolder';
import { locateTool, type Unusable } from './locateTool';
import { TOOL_PACKAGES, type ToolPackage } from './toolPackages';
import { neededVersion, type Tool, type ToolName, type Tools } from './toolVersion';
import { canUnpackPackages, unpackPackages } from './unpackPackages';

export interface FindToolsOptions {
  /** Ignore PATH: use only what is unpacked in the project. */
  readonly private?: boolean;
  /** Folders to search before unpacking, separated as in PATH. Default: PATH. */
  readonly path?: string;
  /** Where programs are unpacked. Default `.genwatch/tools` in the project. */
  readonly folder?: string;
  /** Told what takes a moment, for people. */
  readonly log?: (line: string) => void;
  /** Gives up a download. */
  readonly signal?: AbortSignal;
}

/**
 * Prometheus, promtool, Alertmanager and amtool: from PATH, else the distribution's packages (Debian, Ubuntu) unpacked
 * into a private folder once.
 * @throws Error naming what was found and what to run when they cannot be had
 */
export async function findTools(options: FindToolsOptions = {}): Promise<Tools> {
  const log = options.log ?? (() => undefined);
  const folder = options.folder ?? join(privateFolder(), 'tools');
  const path = options.private === true ? '' : (options.path ?? process.env.PATH ?? '');
  const searched = path.split(delimiter).filter((entry) => entry !== '');

  const found = new Map<ToolName, Tool>();
  const missing: ToolPackage[] = [];
  for (const wanted of TOOL_PACKAGES) {
    const { tools, problems } = await locatePackage(wanted, searched);
    if (problems.length === 0) {
      tools.forEach((tool, name) => found.set(name, tool));
    } else {
      missing.push(wanted);
      problems.filter(({ found }) => found).forEach(({ problem }) => log(`${problem}: using a private copy`));
    }
  }
  for (const [name, tool] of await privateTools(missing, folder, log, options.signal)) {
    found.set(name, tool);
  }
  return complete(found);
}

async function privateTools(
  packages: readonly ToolPackage[],
  folder: string,
  log: (line: string) => void,
  signal?: AbortSignal
): Promise<Map<ToolName, Tool>> {
  const found = new Map<ToolName, Tool>();
  const absent = packages.filter(({ name }) => !existsSync(join(folder, name)));
  if (absent.length > 0) {
    await unpackInto(folder, absent, log, signal);
  }
  for (const wanted of packages) {
    const { tools, problems } = await locatePackage(wanted, [join(folder, wanted.name, 'usr', 'bin')]);
    if (problems.length > 0) {
      throw new Error(
        `The package ${wanted.name} of this system does not do: ${problems.map(({ problem }) => problem).join('; ')}.\n${remedy(packages)}`
      );
    }
    tools.forEach((tool, name) => found.set(name, tool));
  }
  return found;
}

async function unpackInto(
  folder: string,
  packages: readonly ToolPackage[],
  log: (line: string) => void,
  signal?: AbortSignal
): Promise<void> {
  const names = packages.map(({ name }) => name);
  if (!canUnpackPackages()) {
    throw new Error(`Not found on this system: ${programs(packages)}.\n${remedy(packages)}`);
  }
  mkdirSync(folder, { recursive: true });
  try {
    await unpackPackages(packages, folder, { log, signal });
  } catch (cause) {
    signal?.throwIfAborted();
    throw new Error(
      `Missing: ${programs(packages)}. Unpacking the packages ${names.join(' and ')} into ${folder} failed ` +
        `(is this machine online?).\n${cause instanceof Error ? cause.message : String(cause)}\n${remedy(packages)}`,
      { cause }
    );
  }
}

async function locatePackage(
  wanted: ToolPackage,
  folders: readonly string[]
): Promise<{ tools: Map<ToolName, Tool>; problems: Unusable[] }> {
  const tools = new Map<ToolName, Tool>();
  const problems: Unusable[] = [];
  for (const [name, names] of Object.entries(wanted.programs) as Array<[ToolName, readonly string[]]>) {
    const located = await locateTool(name, names, folders);
    if ('tool' in located) {
      tools.set(name, located.tool);
    } else {
      problems.push(located);
    }
  }
  return { tools, problems };
}

function programs(packages: readonly ToolPackage[]): string {
  return packages.flatMap((wanted) => Object.keys(wanted.programs)).join(', ');
}

function remedy(packages: readonly ToolPackage[]): string {
  const needed = `Genwatch needs Prometheus ${neededVersion('prometheus')} and Alertmanager ${neededVersion('alertmanager')} or newer on PATH`;
  if (process.platform === 'darwin') {
    return `${needed}. Run: brew install prometheus alertmanager`;
  }
  return canUnpackPackages()
    ? `${needed}. Run: sudo apt-get install ${packages.map(({ name }) => name).join(' ')} (Debian 12, Ubuntu 24.04 or newer have them)`
    : `${needed}. Install them with this system's package manager, or from https://prometheus.io/download/`;
}

function complete(found: ReadonlyMap<ToolName, Tool>): Tools {
  const get = (name: ToolName): Tool => {
    const tool = found.get(name);
    if (tool === undefined) {
      throw new Error(`No package in tool-packages provides ${name}.`);
    }
    return tool;
  };
  return {
    prometheus: get('prometheus'),
    promtool: get('promtool'),
    alertmanager: get('alertmanager'),
    amtool: get('amtool'),
  };
}

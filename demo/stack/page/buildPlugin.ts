import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import { type FreshBuild } from './freshBuild';
import { newestChange } from './newestChange';

const LINES_SHOWN = 20;
const SOURCES = ['src', 'dashboards', 'webpack.config.ts', '.config', 'package-lock.json'];

/**
 * Builds the plugin into dist/ when its sources are newer, as `npm run build` does.
 * @throws Error with the end of what webpack printed
 */
export async function buildPlugin(projectRoot: string, signal: AbortSignal): Promise<FreshBuild> {
  const built = newestChange([join(projectRoot, 'dist', 'module.js')]);
  if (built > newestChange(SOURCES.map((path) => join(projectRoot, path)))) {
    return 'kept';
  }
  const child = spawn(
    process.execPath,
    [join('node_modules', '.bin', 'webpack'), '-c', 'webpack.config.ts', '--env', 'production'],
    { cwd: projectRoot, stdio: ['ignore', 'pipe', 'pipe'], signal }
  );
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (printed += text));
  }
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) {
    const end = printed.trimEnd().split('\n').slice(-LINES_SHOWN).join('\n  ');
    throw new Error(`Building the plugin failed. Mend it and try again, or run: npm run build\n  ${end}`);
  }
  return 'built';
}

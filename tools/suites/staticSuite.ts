import { join } from 'node:path';

import packageFile from '../../package.json';
import { PROJECT_ROOT } from '../../demo/servers/dataFolder';
import { checkPluginBundle } from '../checks/pluginBundle';
import { checkPackage } from '../package/checkPackage';
import { pluginFiles } from '../package/pluginFiles';
import { inParallel } from '../promql/inParallel';
import { runNode } from './runCommand';
import { type Suite } from './suite';

interface Check {
  readonly name: string;
  /** Arguments of Node. */
  readonly args: readonly string[];
  /** What is wrong with what it made. */
  readonly inspect?: () => readonly string[];
}

const bin = (name: string): string => join('node_modules', '.bin', name);

/** Checks that read the sources and run nothing of them. */
const CHECKS: readonly Check[] = [
  // First, before another suite wants to see what it builds.
  {
    name: 'plugin build (webpack)',
    args: [bin('webpack'), '-c', 'webpack.config.ts', '--env', 'production'],
    inspect: () => {
      const dist = join(PROJECT_ROOT, 'dist');
      return [...checkPluginBundle(dist).problems, ...checkPackage(pluginFiles(dist), packageFile.version)];
    },
  },
  { name: 'types (tsc)', args: [bin('tsc'), '--noEmit', '-p', '.'] },
  { name: 'lint (eslint)', args: [bin('eslint'), '--max-warnings=0', '.'] },
  { name: 'format (prettier)', args: [bin('prettier'), '--check', '--log-level=warn', '.'] },
  { name: 'unused code (knip)', args: [bin('knip')] },
  {
    name: 'import boundaries (dependency-cruiser)',
    args: [bin('depcruise'), 'src', 'tools', 'exporter', 'console', 'demo', 'preview', 'tests'],
  },
  { name: 'locks that SQL takes (squawk)', args: [bin('squawk'), join('sql', '*.sql')] },
  { name: 'generated files', args: ['--import', 'tsx', join('tools', 'cli', 'main.ts'), 'generate', '--check'] },
];

/** Nothing in it waits or is timed, so it takes what the suites with servers leave of the cores. */
const LOW_PRIORITY = 10;

export function staticSuite(): Suite {
  return {
    name: 'static',
    beside: ['unit', 'rules', 'sql', 'integration'],
    async run(report) {
      const results = await inParallel(CHECKS, async ({ name, args, inspect }) => {
        const started = Date.now();
        const { passed: ended, output: printed } = await runNode(args, { priority: LOW_PRIORITY });
        const problems = ended ? (inspect?.() ?? []) : [];
        const passed = ended && problems.length === 0;
        const output = [printed, ...problems].join('\n');
        report(`    ${passed ? 'passed' : 'FAILED'}  ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
        if (!passed) {
          report(output);
        }
        return passed;
      });
      const passed = results.filter((good) => good).length;
      return { passed, failed: results.length - passed };
    },
  };
}

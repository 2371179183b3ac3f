import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { locateTool } from '../../demo/servers/locateTool';
import { type Tool } from '../../demo/servers/toolVersion';
import { runPromtool } from './promtool';

/** The promtools to run a suite with: the usual one first, and one of Prometheus 3 where there is one. */
export interface Promtools {
  readonly promtools: readonly [Tool, ...Tool[]];
  /** What was left unproven, for people. */
  readonly warning?: string;
}

const VARIABLE = 'GENWATCH_PROMTOOL_3';

/**
 * Finds a promtool of Prometheus 3 beside the usual one: named by `GENWATCH_PROMTOOL_3`, else on PATH.
 *
 * @throws Error when the named one cannot be run, or is of another generation
 */
export async function findPromtools(
  usual: Tool,
  env: Readonly<Record<string, string | undefined>> = process.env
): Promise<Promtools> {
  const third = env[VARIABLE] ? await named(env[VARIABLE]) : isThird(usual) ? undefined : await onPath(env.PATH ?? '');
  if (third && !isThird(usual)) {
    return { promtools: [usual, third] };
  }
  return {
    promtools: [third ?? usual],
    warning:
      `ONLY ONE PROMTOOL: the rules were tried on ${(third ?? usual).version}, ` +
      (third || isThird(usual)
        ? 'and not on Prometheus 2. Put a promtool 2.42 or newer first on PATH.'
        : `and not on Prometheus 3, which counts the edges of windows differently. Set ${VARIABLE} to a promtool 3.`),
  };
}

const isThird = ({ version }: Tool) => version.startsWith('3.');

async function onPath(folders: string): Promise<Tool | undefined> {
  for (const folder of folders.split(path.delimiter).filter((one) => one !== '')) {
    const located = await locateTool('promtool', ['promtool'], [folder]);
    if ('tool' in located && isThird(located.tool)) {
      return located.tool;
    }
  }
  return undefined;
}

/** One that was built by `go install` does not know its version, so it is asked what it does. */
async function named(file: string): Promise<Tool> {
  if (!(await leavesOutTheStart(file))) {
    throw new Error(`${VARIABLE} names ${file}, which is no promtool of Prometheus 3: name another, or unset it`);
  }
  const located = await locateTool('promtool', [path.basename(file)], [path.dirname(file)]);
  return 'tool' in located ? located.tool : { path: file, version: `3.x (${VARIABLE})` };
}

/** Since Prometheus 3 a window does not hold the sample that is exactly as old as it is long. */
async function leavesOutTheStart(promtool: string): Promise<boolean> {
  const folder = await mkdtemp(path.join(tmpdir(), 'genwatch-promtool-'));
  try {
    const file = path.join(folder, 'window.yaml');
    const sample = { labels: '{}', value: 5 };
    const asked = { expr: 'count_over_time(c[5m])', eval_time: '20m', exp_samples: [sample] };
    const test = { interval: '1m', input_series: [{ series: 'c', values: '0x30' }], promql_expr_test: [asked] };
    await writeFile(file, JSON.stringify({ evaluation_interval: '1m', tests: [test] }));
    return (await runPromtool(promtool, ['test', 'rules', file])).passed;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

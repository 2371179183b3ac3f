import { execFile } from 'node:child_process';

/** What promtool said: `passed` is its exit code, `output` everything it printed. */
export interface PromtoolResult {
  readonly passed: boolean;
  readonly output: string;
}

/**
 * Thousands of short runs, as many at a time as there are cores: one that keeps to one core and rarely collects garbage
 * takes a quarter less of it.
 */
const THRIFT = { GOMAXPROCS: '1', GOGC: '400' };

/** Runs promtool with `args`. Throws only when it cannot be run at all. */
export function runPromtool(promtool: string, args: readonly string[]): Promise<PromtoolResult> {
  return new Promise((resolve, reject) => {
    execFile(
      promtool,
      args,
      { maxBuffer: 64 * 1024 * 1024, env: { ...THRIFT, ...process.env } },
      (error, stdout, stderr) => {
        if (error && typeof error.code !== 'number') {
          reject(new Error(`cannot run ${promtool}: is it there and executable?`, { cause: error }));
          return;
        }
        resolve({ passed: !error, output: `${stdout}${stderr}` });
      }
    );
  });
}

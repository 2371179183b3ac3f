import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

import { runNode } from './runCommand';
import { type Suite, type SuiteResult } from './suite';

const PROGRESS_EVERY_MS = 15_000;

const jestResults = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  /** Files that could not be run at all. */
  numRuntimeErrorTestSuites: z.number(),
  /** False also when a global teardown failed. */
  success: z.boolean(),
});
type JestResults = z.infer<typeof jestResults>;

interface JestSuite {
  readonly name: string;
  /** Of jest.config.js. */
  readonly projects: readonly string[];
  /** Files run at a time; by default as many as there are cores. */
  readonly workers?: number;
}

/** A suite of jest tests: one or more projects, run in a process of its own. */
export const jestSuite = (suite: JestSuite): Suite => ({
  name: suite.name,
  run: (report) => runJest(suite, report),
});

async function runJest(
  { name, projects, workers = Math.min(4, availableParallelism()) }: JestSuite,
  report: (line: string) => void
): Promise<SuiteResult> {
  const folder = mkdtempSync(join(tmpdir(), 'genwatch-jest-'));
  const outputFile = join(folder, 'results.json');
  try {
    const { passed, output } = await runNode(
      [
        join('node_modules', 'jest', 'bin', 'jest.js'),
        '--ci',
        '--json',
        `--outputFile=${outputFile}`,
        `--maxWorkers=${workers}`,
        '--selectProjects',
        ...projects,
      ],
      { onOutput: progress(name, report) }
    );
    const results = readResults(outputFile);
    const counted = countResults(results, passed);
    if (counted.failed > 0) {
      report(failures(output));
    }
    if (results !== undefined && results.numPendingTests > 0) {
      report(`    ${name}: ${results.numPendingTests} skipped`);
    }
    return counted;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** jest's own verdict counts too: it may fail without a failed test. */
export function countResults(results: JestResults | undefined, jestPassed: boolean): SuiteResult {
  const passed = results?.numPassedTests ?? 0;
  const failed = (results?.numFailedTests ?? 0) + (results?.numRuntimeErrorTestSuites ?? 0);
  const verdict = jestPassed && results?.success !== false;
  return { passed, failed: verdict ? failed : Math.max(1, failed) };
}

function readResults(file: string): JestResults | undefined {
  try {
    return jestResults.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}

/** What jest printed, without the files that passed, the results for machines, and its second list of the failures. */
function failures(output: string): string {
  return output
    .replace(/\nSummary of all failing tests\n[^]*?(?=\n\S*Test Suites:)/, '')
    .split('\n')
    .filter((line) => !/^(\S*PASS\S* |\{"num|Test results written to)/.test(line))
    .join('\n');
}

/** Tells now and then how many files are done. */
function progress(name: string, report: (line: string) => void): (text: string) => void {
  let told = Date.now();
  let done = 0;
  return (text) => {
    done += text.match(/(^|\n)\S*(PASS|FAIL)\b/g)?.length ?? 0;
    if (Date.now() - told >= PROGRESS_EVERY_MS) {
      told = Date.now();
      report(`    ${name}: ${done} test files done`);
    }
  };
}

import { type Suite, type SuiteResult } from './suite';

/**
 * Runs suites one after the other and prints a line for each. A suite that breaks down or runs nothing has failed:
 * tests that are not found must not look like tests that pass.
 */
export async function runSuites(
  suites: readonly Suite[],
  print: (line: string) => void,
  now: () => number = Date.now
): Promise<SuiteResult> {
  const total = { passed: 0, failed: 0 };
  const missing: string[] = [];
  for (const suite of suites) {
    const started = now();
    print(`${suite.name} …`);
    const { passed, failed, notRun } = await runSuite(suite, print);
    if (notRun !== undefined) {
      const line = `${suite.name.padEnd(12)} NOT RUN: ${notRun}`;
      missing.push(line);
      print(line);
      continue;
    }
    total.passed += passed;
    total.failed += failed;
    const took = ((now() - started) / 1000).toFixed(1);
    print(
      `${suite.name.padEnd(12)} ${String(passed).padStart(6)} passed ${String(failed).padStart(4)} failed  ${took} s`
    );
  }
  print('');
  missing.forEach(print);
  print(`${total.passed} passed, ${total.failed} failed`);
  return total;
}

async function runSuite(suite: Suite, print: (line: string) => void): Promise<SuiteResult> {
  try {
    const result = await suite.run();
    if (result.passed + result.failed === 0 && result.notRun === undefined) {
      print(`The suite ${suite.name} ran no test. Are its files where jest.config.js looks for them?`);
      return { passed: 0, failed: 1 };
    }
    return result;
  } catch (error) {
    print(`The suite ${suite.name} could not be run: ${error instanceof Error ? error.message : String(error)}`);
    return { passed: 0, failed: 1 };
  }
}

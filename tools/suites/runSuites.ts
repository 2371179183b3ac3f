import { type Suite, type SuiteResult } from './suite';

type Print = (line: string) => void;

/** A suite that runs beside others. */
interface Started {
  readonly suite: Suite;
  /** Ends it with its lines. */
  readonly finish: () => Promise<void>;
}

/**
 * Runs suites one after the other, or beside those that they name, and prints a line for each. A suite that breaks down or
 * runs nothing has failed: tests that are not found must not look like tests that pass.
 */
export async function runSuites(
  suites: readonly Suite[],
  print: Print,
  now: () => number = Date.now
): Promise<SuiteResult> {
  const total = { passed: 0, failed: 0 };
  const missing: string[] = [];
  const tell = ({ name }: Suite, { passed, failed, notRun }: SuiteResult, took: number): void => {
    if (notRun !== undefined) {
      const line = `${name.padEnd(12)} NOT RUN: ${notRun}`;
      missing.push(line);
      print(line);
      return;
    }
    total.passed += passed;
    total.failed += failed;
    const counts = `${String(passed).padStart(6)} passed ${String(failed).padStart(4)} failed`;
    print(`${name.padEnd(12)} ${counts}  ${(took / 1000).toFixed(1)} s`);
  };

  let beside: Started[] = [];
  for (const suite of suites) {
    const done = beside.filter(({ suite: { beside: others = [] } }) => !others.includes(suite.name));
    beside = beside.filter((one) => !done.includes(one));
    await inTurn(done);
    const started = now();
    if (suite.beside?.some((name) => suites.some((other) => other.name === name))) {
      print(`${suite.name} … runs beside the others`);
      const lines: string[] = [];
      const running = runSuite(suite, (line) => lines.push(line)).then((result) => ({ result, took: now() - started }));
      beside.push({
        suite,
        finish: async () => {
          const { result, took } = await running;
          lines.forEach(print);
          tell(suite, result, took);
        },
      });
      continue;
    }
    print(`${suite.name} …`);
    const result = await runSuite(suite, print);
    tell(suite, result, now() - started);
  }
  await inTurn(beside);
  print('');
  missing.forEach(print);
  print(`${total.passed} passed, ${total.failed} failed`);
  return total;
}

async function inTurn(started: readonly Started[]): Promise<void> {
  for (const { finish } of started) {
    await finish();
  }
}

async function runSuite(suite: Suite, print: Print): Promise<SuiteResult> {
  try {
    const result = await suite.run(print);
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

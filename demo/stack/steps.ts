/** How a step tells what it is doing and what came of it. */
export interface StepReport {
  /** Printed at once: progress of something that takes a while. */
  readonly progress: (line: string) => void;
  /** Printed with the step's name when it is done. */
  readonly result: (text: string) => void;
}

/** Runs one step of the start and prints a line for it, with the seconds it took. */
export type Step = <T>(name: string, run: (report: StepReport) => Promise<T>) => Promise<T>;

const NAME_WIDTH = 14;

export function createSteps(print: (line: string) => void, now: () => number = Date.now): Step {
  return async (name, run) => {
    const started = now();
    let said = '';
    const value = await run({ progress: (line) => print(`    ${line}`), result: (text) => (said = text) });
    print(`  ${name.padEnd(NAME_WIDTH)}${((now() - started) / 1000).toFixed(1).padStart(5)} s  ${said}`);
    return value;
  };
}

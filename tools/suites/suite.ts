/** How many tests of a suite passed and failed. */
export interface SuiteResult {
  readonly passed: number;
  readonly failed: number;
  /** Why the suite was not run at all: said loudly, and nothing is counted. */
  readonly notRun?: string;
}

/** One suite of `npm test`, also run alone as `npm run test:<name>`. */
export interface Suite {
  readonly name: string;
  /**
   * Suites that it runs beside, instead of before them: it takes what they leave of the cores, and is waited for before the
   * first suite that is none of them.
   */
  readonly beside?: readonly string[];
  /** @param report is given lines for people */
  run(report: (line: string) => void): Promise<SuiteResult>;
}
